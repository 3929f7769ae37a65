package org.mailround.article;

import java.util.List;

/** One item of a feed. */
final class FeedItem {

    /** Nobody scrolls so far; but pictures may be written out in letters. */
    private static final int LONGEST = 1_000_000;

    private static final int MOST_TAGS = 20_000;

    /**
     * What comes of it: a draft, or why there is none.
     *
     * @param topics those of its source, and those that its categories mean
     */
    static Item of(Found found, List<String> topics) {
        try {
            return draft(found, topics);
        } catch (UnreadableException e) {
            String name = found.link() != null ? found.link() : found.guid() != null ? found.guid() : "an item";
            return new Item.Refused(name, found.link(), name + ": " + e.reason());
        }
    }

    private static Draft draft(Found found, List<String> topics) throws UnreadableException {
        // Half an article is worse than none.
        if (found.half()) {
            throw new UnreadableException("the feed breaks off in it: try later, or ask whoever runs the site");
        }
        if (found.html().length() > LONGEST || Markup.tags(found.html()) > MOST_TAGS) {
            throw new UnreadableException(
                    "its text has a million letters or 20,000 tags: ask for a feed that sums up and links");
        }
        try {
            return Draft.of(found, topics);
        } catch (StackOverflowError e) {
            throw UnreadableException.tooDeep(e);
        }
    }

    private FeedItem() {}
}
