package org.mailround.article;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.ParsingFeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** RSS and Atom in all their versions. */
final class Feed {

    /**
     * The items of a feed, in its order.
     *
     * @param url what the reasons call it
     * @throws UnreadableException if it is no feed, or not a whole one
     */
    static List<Found> items(Fetched fetched, String url) throws UnreadableException {
        SyndFeed feed = parse(FeedText.of(fetched, url), url);
        String home = feed.getLink() == null ? null : WebAddress.absolute(fetched.address(), feed.getLink());
        String base = home == null ? fetched.address() : home;
        FeedWords words =
                new FeedWords(feed.getFeedType() != null && feed.getFeedType().startsWith("atom"));
        List<Found> items = new ArrayList<>();
        for (SyndEntry entry : feed.getEntries()) {
            items.add(item(entry, base, words));
        }
        return items;
    }

    private static SyndFeed parse(String xml, String url) throws UnreadableException {
        SyndFeedInput input = new SyndFeedInput(false, Locale.US);
        input.setAllowDoctypes(false);
        try {
            return input.build(new StringReader(xml));
        } catch (ParsingFeedException e) {
            throw new UnreadableException(
                    "%s breaks off or is damaged at line %d: try later, or ask whoever runs the site"
                            .formatted(url, e.getLineNumber()),
                    e);
        } catch (StackOverflowError e) {
            throw new UnreadableException(
                    "%s is nested too deeply to be a feed: ask whoever runs the site".formatted(url), e);
        } catch (FeedException | IllegalArgumentException e) {
            throw new UnreadableException(
                    "%s is neither RSS nor Atom: use the address of an RSS or Atom feed".formatted(url), e);
        }
    }

    private static Found item(SyndEntry entry, @Nullable String base, FeedWords words) {
        String link = entry.getLink() == null || entry.getLink().isBlank()
                ? null
                : WebAddress.absolute(base, entry.getLink());
        Date date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        String bodyBase = link == null ? base : link;
        return new Found(
                guid(entry),
                link,
                words.title(entry.getTitleEx()),
                words.body(content(entry)),
                bodyBase,
                null,
                null,
                FeedImage.of(entry, bodyBase),
                words.author(entry.getAuthor()),
                entry.getCategories().stream()
                        .map(c -> String.valueOf(c.getName()))
                        .toList(),
                date == null ? null : date.toInstant());
    }

    /** Rome gives the link where an item has no GUID; it is not one. */
    private static @Nullable String guid(SyndEntry entry) {
        String guid = entry.getUri() == null ? "" : Characters.line(entry.getUri());
        return guid.isEmpty() || guid.equals(entry.getLink()) ? null : guid;
    }

    private static @Nullable SyndContent content(SyndEntry entry) {
        for (SyndContent content : entry.getContents()) {
            if (content.getValue() != null && !content.getValue().isBlank()) {
                return content;
            }
        }
        return entry.getDescription();
    }

    private Feed() {}
}
