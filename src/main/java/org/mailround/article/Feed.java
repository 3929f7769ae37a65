package org.mailround.article;

import java.util.List;

/** RSS, Atom, CDF and JSON Feed in all their versions, well-formed or not. */
final class Feed {

    /** The most items of a feed that are read. */
    static final int MOST_ITEMS = 1000;

    /** In the bodies of all items: to make them safe takes seconds. */
    private static final int MOST_TAGS = 400_000;

    /**
     * The items of a feed, in its order; the first thousand, where it has more. Where a feed breaks off, the item in which
     * it does says so.
     *
     * @param url what the reasons call it
     * @throws UnreadableException if it is no feed, or breaks off before one item is whole
     */
    static List<Found> items(Fetched fetched, String url) throws UnreadableException {
        String text = FeedText.of(fetched, url);
        List<Found> items = text.startsWith("{")
                ? JsonFeed.items(text, fetched.address(), url)
                : XmlFeed.items(text, fetched.address(), url);
        if (items.size() == 1 && items.get(0).half()) {
            throw breaksOff(url);
        }
        if (items.stream().mapToLong(item -> Markup.tags(item.html())).sum() > MOST_TAGS) {
            throw hasTooManyParts(url);
        }
        return items;
    }

    /** Not one whole item came. */
    static UnreadableException breaksOff(String url) {
        return new UnreadableException(
                "%s breaks off before its first item ends: try later, or ask whoever runs the site".formatted(url));
    }

    /** It is meant for browsers. */
    static UnreadableException isWebPage(String url) {
        return new UnreadableException(
                "%s answers a web page, not a feed: use the address of its RSS or Atom feed".formatted(url));
    }

    /** It may well be something, but no feed. */
    static UnreadableException isNone(String url) {
        return new UnreadableException(
                "%s is neither RSS, Atom nor JSON Feed: use the address of a feed".formatted(url));
    }

    /** More than any feed needs, and more than there is room for. */
    static UnreadableException hasTooManyParts(String url) {
        return new UnreadableException(
                "%s has more tags than there is room for: ask for a feed of the latest items alone".formatted(url));
    }

    private Feed() {}
}
