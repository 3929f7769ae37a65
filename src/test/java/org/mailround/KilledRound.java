package org.mailround;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A round whose process is killed at random moments, beside a relay that outlives every kill. */
class KilledRound implements AutoCloseable {

    private static final int MOST_BETWEEN_KILLS = 50;
    private static final int EARLY_MILLIS = 3_000;
    private static final int LONGEST_MILLIS = 120_000;

    private final TestRelay relay = new TestRelay();
    private final RelayWatch watch;
    private final PackagedProgram program;
    private final Random random;
    private String[] command = {"send", "weekly-digest", "--json"};

    /** @param properties as {@link PackagedProgram} takes them */
    KilledRound(Path home, int recipients, long seed, String... properties) throws IOException {
        this.random = new Random(seed);
        this.watch = new RelayWatch(new Random(seed + 1));
        this.program = new PackagedProgram(
                home,
                Stream.concat(
                                Stream.of("spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port()),
                                Stream.of(properties))
                        .toArray(String[]::new));
        relay.behave(watch);
        program.furnish();
        Files.writeString(
                home.resolve("subscribers/many.csv"),
                IntStream.range(0, recipients)
                        .mapToObj(i -> "p" + i + "@example.com")
                        .collect(Collectors.joining("\n", "email\n", "\n")));
    }

    /** One in ten dies at any moment of its first seconds, be it start-up or recovery; the others while they send. */
    Books killOnce() throws Exception {
        CompletableFuture<Void> sent = watch.after(1 + random.nextInt(MOST_BETWEEN_KILLS));
        boolean early = random.nextInt(10) == 0;
        int firstMillis = early ? random.nextInt(EARLY_MILLIS) : LONGEST_MILLIS;
        int moreMillis = early ? 0 : random.nextInt(6);
        Process process = program.start(command);
        boolean timeIsOver = false;
        try {
            CompletableFuture.anyOf(sent, process.onExit()).get(firstMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            timeIsOver = true;
        }
        boolean endedByItself = process.waitFor(moreMillis, TimeUnit.MILLISECONDS);
        process.destroyForcibly().waitFor();
        assertThat(endedByItself)
                .as("ended by itself, with %d, before it was killed", process.exitValue())
                .isFalse();
        assertThat(timeIsOver && !early).as("sends nothing").isFalse();
        return books();
    }

    /** @return the exit code of the process that was left alone */
    int finish() throws Exception {
        Process process = program.start(command);
        process.inputReader().lines().forEach(line -> {});
        return process.waitFor();
    }

    /** An edition that is not there yet cannot be resumed: until then, the round is asked for again. */
    Books books() throws Exception {
        relay.awaitQuiet();
        Books books = Books.of(program, relay);
        if (books.hasEdition()) {
            command = new String[] {"resume", "--json"};
        }
        return books;
    }

    TestRelay relay() {
        return relay;
    }

    String said() {
        return program.said();
    }

    @Override
    public void close() {
        relay.close();
    }

    /** Takes a while for each message as relays do, so that a kill finds most connections amid one; tells when enough is kept. */
    private static final class RelayWatch implements TestRelay.Behaviour {

        private record Wanted(long count, CompletableFuture<Void> reached) {}

        private final AtomicLong kept = new AtomicLong();
        private final Random random;
        private volatile Wanted wanted = new Wanted(Long.MAX_VALUE, new CompletableFuture<>());

        RelayWatch(Random random) {
            this.random = random;
        }

        CompletableFuture<Void> after(int more) {
            wanted = new Wanted(kept.get() + more, new CompletableFuture<>());
            return wanted.reached();
        }

        @Override
        public void onContent(String recipient) {
            think();
        }

        @Override
        public void afterContent(String recipient) {
            Wanted now = wanted;
            if (kept.incrementAndGet() >= now.count()) {
                now.reached().complete(null);
            }
            think();
        }

        private void think() {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(20)));
        }
    }
}
