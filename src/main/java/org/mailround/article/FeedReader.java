package org.mailround.article;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads feeds, from the web or from a file. */
@Component
class FeedReader {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration TOTAL = Duration.ofSeconds(30);

    /** Nobody scrolls so far; but pictures may be written out in letters. */
    private static final int LONGEST = 1_000_000;

    private static final int MOST_TAGS = 20_000;

    private final Path home;
    private final Duration total;
    private @Nullable HttpFetcher web;

    @Autowired
    FeedReader(@Value("${mailround.home}") Path home) {
        this(home, TOTAL);
    }

    /** @param total how long one answer may take, to its last octet */
    FeedReader(Path home, Duration total) {
        this.home = home;
        this.total = total;
    }

    /**
     * Every item of the feed, in its order.
     *
     * @throws UnreadableException if there is no feed to be had there
     */
    List<Item> read(Source.Feed source) throws UnreadableException {
        boolean local = source.url().regionMatches(true, 0, "file:", 0, 5);
        Fetched fetched = local ? file(source.url()) : web().fetch(source.url());
        List<Item> items = new ArrayList<>();
        for (Found found : Feed.items(fetched, WebAddress.shown(source.url()))) {
            items.add(item(found, source));
        }
        return items;
    }

    /** What comes of one item of a feed: a draft, or why there is none. */
    static Item item(Found found, Source.Feed source) {
        try {
            return draft(found, source);
        } catch (UnreadableException e) {
            String name = found.link() != null ? found.link() : found.guid() != null ? found.guid() : "an item";
            return new Item.Refused(name, found.link(), name + ": " + e.reason());
        }
    }

    private static Draft draft(Found found, Source.Feed source) throws UnreadableException {
        // Half an article is worse than none.
        if (found.half()) {
            throw new UnreadableException("the feed breaks off in it: try later, or ask whoever runs the site");
        }
        if (found.html().length() > LONGEST || Markup.tags(found.html()) > MOST_TAGS) {
            throw new UnreadableException(
                    "its text has a million letters or 20,000 tags: ask for a feed that sums up and links");
        }
        try {
            return Draft.of(found, source.topics());
        } catch (StackOverflowError e) {
            throw UnreadableException.tooDeep(e);
        }
    }

    /** Only where a source is on the web: the client costs some of the time it takes to start. */
    private HttpFetcher web() {
        if (web == null) {
            web = new HttpFetcher(CONNECT, total);
        }
        return web;
    }

    private Fetched file(String url) throws UnreadableException {
        Path file = path(url);
        if (!Files.exists(file)) {
            throw new UnreadableException("there is no file %s: correct the source's url".formatted(file));
        }
        if (!Files.isRegularFile(file)) {
            throw new UnreadableException(
                    "%s is no file: for a folder of articles use the source's folder, not its url".formatted(file));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] octets = in.readNBytes(Fetched.MOST_OCTETS + 1);
            if (octets.length > Fetched.MOST_OCTETS) {
                throw Fetched.tooLarge(file.toString());
            }
            return new Fetched(octets, null, null);
        } catch (IOException e) {
            throw new UnreadableException(
                    "%s cannot be read: give the program permission to read it".formatted(file), e);
        }
    }

    private Path path(String url) throws UnreadableException {
        String rest = url.substring("file:".length());
        try {
            if (rest.startsWith("/")) {
                return Path.of(new URI(url));
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // Not encoded as an address has to be: a path as it is written, then.
        }
        try {
            return home.resolve(rest.startsWith("///") ? rest.substring(2) : rest);
        } catch (InvalidPathException e) {
            throw new UnreadableException("%s is no file's name: correct the source's url".formatted(url), e);
        }
    }
}
