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
import org.mailround.web.Names;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads feeds, from the web or from a file: first their octets, which may take long and can be done for several sources at
 * once, then what they say. For any thread.
 */
@Component
class FeedReader implements AutoCloseable {

    private static final Duration TOTAL = Duration.ofSeconds(30);

    private final Path home;
    private final TopicSettings topics;
    private final FeedFetcher web;

    @Autowired
    FeedReader(@Value("${mailround.home}") Path home, TopicSettings topics) {
        this(home, topics, TOTAL);
    }

    /** @param total how long one answer may take, to its last octet */
    FeedReader(Path home, TopicSettings topics, Duration total) {
        this.home = home;
        this.topics = topics;
        this.web = new FeedFetcher(Names.OF_THIS_MACHINE, total);
    }

    /**
     * What is at the source's address, unless it is what it was. A file is always read.
     *
     * @param known of the last time; {@link Validators#NONE} asks for it in any case
     * @throws UnreadableException if there is nothing to be had there
     */
    Fetched fetch(Source.Feed source, Validators known) throws UnreadableException {
        boolean local = source.url().regionMatches(true, 0, "file:", 0, 5);
        return local ? file(source.url()) : web.fetch(source, known);
    }

    /**
     * Every item of a feed, in its order.
     *
     * @param fetched has changed, or was not known
     * @throws UnreadableException if it is no feed
     */
    List<Item> read(Fetched fetched, Source.Feed source) throws UnreadableException {
        List<Item> items = new ArrayList<>();
        for (Found found : Feed.items(fetched, WebAddress.shown(source.url()))) {
            items.add(FeedItem.of(found, topics(source, found)));
        }
        return items;
    }

    private List<String> topics(Source.Feed source, Found found) {
        List<String> all = new ArrayList<>(source.topics());
        all.addAll(topics.of(found.categories()));
        return all;
    }

    @Override
    public void close() {
        web.close();
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
