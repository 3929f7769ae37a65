package org.mailround.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads each file of some folders as a feed, up to the drafts of its articles, and counts what comes of it. */
public final class ReadFeeds {

    private static final Duration TOO_LONG = Duration.ofSeconds(10);

    private final Map<String, Integer> refusals = new TreeMap<>();
    private int files;
    private int read;
    private int items;
    private int thrown;
    private Duration slowest = Duration.ZERO;
    private String slowestFile = "none";

    /** @param folders where the files are, also in folders in them */
    public static void main(String[] folders) throws IOException {
        ReadFeeds bench = new ReadFeeds();
        for (String folder : folders) {
            try (Stream<Path> paths = Files.walk(Path.of(folder))) {
                for (Path file : paths.filter(Files::isRegularFile).sorted().toList()) {
                    bench.read(file);
                }
            }
        }
        System.exit(bench.tell());
    }

    private void read(Path file) throws IOException {
        byte[] octets = Files.readAllBytes(file);
        long start = System.nanoTime();
        files++;
        try {
            List<Found> found = Feed.items(new Fetched(octets, null, null), "the feed");
            found.forEach(item -> FeedItem.of(item, List.of()));
            read++;
            items += found.size();
        } catch (UnreadableException e) {
            refusals.merge(e.reason(), 1, Integer::sum);
        } catch (RuntimeException | Error e) {
            thrown++;
            System.out.printf("%s threw %s%n", file, e);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (took.compareTo(TOO_LONG) > 0) {
            System.out.printf("%s took %,d ms%n", file, took.toMillis());
        }
        if (took.compareTo(slowest) > 0) {
            slowest = took;
            slowestFile = file.toString();
        }
    }

    private int tell() {
        System.out.printf("%,d files, %,d feeds with %,d items, %d thrown%n", files, read, items, thrown);
        refusals.forEach((reason, times) -> System.out.printf("%,6d refused: %s%n", times, reason));
        System.out.printf("slowest: %,d ms, %s%n", slowest.toMillis(), slowestFile);
        return thrown > 0 || slowest.compareTo(TOO_LONG) > 0 ? 1 : 0;
    }
}
