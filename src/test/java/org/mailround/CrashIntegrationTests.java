package org.mailround;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mailround.Books.but;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The program is killed without warning, again and again, and still accounts for everybody. */
@ParameterizedClass
@EnumSource
class CrashIntegrationTests {

    private static final int CONNECTIONS = 16;
    private static final int KILLS = Integer.getInteger("mailround.crash.kills", 1);
    private static final long SEED =
            Long.getLong("mailround.crash.seed", ThreadLocalRandom.current().nextInt(1_000_000));

    /** Enough that something is left to send at each kill. */
    private static final int RECIPIENTS = KILLS * 60 + 200;

    @Parameter
    Database database;

    @TempDir
    Path home;

    private final Set<String> everUncertain = new HashSet<>();
    private final long began = System.nanoTime();
    private Books books = Books.EMPTY;
    private int mostByOneKill;

    @Test
    void heldBackTheUncertainAreFewAndNobodyGetsTwo() throws Exception {
        try (KilledRound round = round("hold")) {
            killAgainAndAgain(round, now -> {
                assertThat(now.keptTwice()).as("kept twice").isEmpty();
                assertThat(but(books.in("uncertain"), now.in("uncertain")))
                        .as("no longer uncertain, though nobody decided")
                        .isEmpty();
            });

            int exitCode = round.finish();

            books = round.books();
            told(round, "at the end", () -> {
                assertFinished(exitCode);
                assertThat(books.keptTwice()).as("kept twice").isEmpty();
                assertThat(but(but(books.everybody(), books.in("accepted")), books.in("uncertain")))
                        .as("neither accepted nor uncertain")
                        .isEmpty();
            });
        }
        printFigures("held");
    }

    @Test
    void sentAgainTheUncertainAloneMayGetTwoAndTheyAreTheSameMessage() throws Exception {
        try (KilledRound round = round("resend")) {
            killAgainAndAgain(round, now -> {});

            int exitCode = round.finish();

            books = round.books();
            told(round, "at the end", () -> {
                assertFinished(exitCode);
                assertThat(but(books.everybody(), books.in("accepted")))
                        .as("not accepted")
                        .isEmpty();
                assertThat(but(books.keptTwice(), everUncertain))
                        .as("kept twice, and never uncertain")
                        .isEmpty();
                messageIds(round.relay())
                        .forEach((address, ids) -> assertThat(ids).as(address).hasSize(1));
            });
        }
        printFigures("sent again");
    }

    private KilledRound round(String policy) throws IOException {
        Stream<String> settings =
                Stream.of("mailround.delivery.connections=" + CONNECTIONS, "mailround.delivery.uncertain=" + policy);
        Stream<String> elsewhere = database == Database.H2 // by itself in the data folder
                ? Stream.of()
                : Stream.of(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=");
        return new KilledRound(
                home, RECIPIENTS, SEED, Stream.concat(settings, elsewhere).toArray(String[]::new));
    }

    private void killAgainAndAgain(KilledRound round, Consumer<Books> more) throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            String moment = "kill %d of %d".formatted(kill, KILLS);
            Books[] now = new Books[1];
            told(round, moment, () -> now[0] = round.killOnce());
            Set<String> uncertain = but(now[0].in("uncertain"), books.in("uncertain"));
            everUncertain.addAll(uncertain);
            mostByOneKill = Math.max(mostByOneKill, uncertain.size());
            told(round, moment + ", " + now[0], () -> {
                now[0].assertBalanced();
                now[0].assertAcceptedWereKept();
                assertThat(uncertain).as("newly uncertain").hasSizeLessThanOrEqualTo(CONNECTIONS);
                more.accept(now[0]);
            });
            books = now[0];
        }
    }

    private void assertFinished(int exitCode) {
        books.assertBalanced();
        books.assertAcceptedWereKept();
        assertThat(books.everybody().size()).as("audience").isEqualTo(RECIPIENTS);
        assertThat(books.state()).as("state").isEqualTo("finished");
        assertThat(exitCode).as("exit code").isEqualTo(books.in("uncertain").isEmpty() ? 0 : 3);
    }

    private static Map<String, Set<String>> messageIds(TestRelay relay) {
        return relay.kept().stream()
                .collect(groupingBy(TestRelay.Kept::recipient, mapping(TestRelay.Kept::messageId, toSet())));
    }

    private interface Check {

        void run() throws Exception;
    }

    /** A random moment is not found again without its seed, nor is a failure understood without what the program said. */
    private void told(KilledRound round, String moment, Check check) throws Exception {
        try {
            check.run();
        } catch (AssertionError e) {
            throw new AssertionError(
                    "%s, %s, seed %d: %s%n%s%n%s"
                            .formatted(database, moment, SEED, e.getMessage(), books, round.said()),
                    e);
        }
    }

    private void printFigures(String policy) {
        System.out.printf(
                "Crash proof, %s, uncertain %s: %d kills, %d recipients, 0 lost, %d uncertain in total,"
                        + " %d the most by one kill, %d got two, %d s, seed %d%n",
                database,
                policy,
                KILLS,
                RECIPIENTS,
                everUncertain.size(),
                mostByOneKill,
                books.keptTwice().size(),
                (System.nanoTime() - began) / 1_000_000_000,
                SEED);
    }
}
