package org.mailround.batch;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.TestRelay;
import org.mailround.batch.Mission.Digest;
import org.mailround.campaign.Editions;
import org.mailround.delivery.RecipientLine;
import org.mailround.delivery.Recipients;
import org.mailround.report.Report;
import org.subethamail.smtp.RejectException;

/** A relay that refuses some, puts others off and hangs up on a few: what the ledger says is what it did. */
@ParameterizedClass
@EnumSource
class RoughRelayTests {

    private static final Digest WEEKLY = new Digest("weekly-digest");
    private static final int RECIPIENTS = Integer.getInteger("mailround.rough.recipients", 2000);

    /** What the relay does to an address, each time the test runs. */
    private enum Fate {
        REFUSED(50),
        GREYLISTED(100),
        CUT_OFF_AT_RCPT(5),
        CUT_OFF_AMID_CONTENT(5),
        CUT_OFF_WHEN_KEPT(10),
        WELCOME(830);

        private final int permille;

        Fate(int permille) {
            this.permille = permille;
        }

        static Fate of(String address) {
            CRC32 hash = new CRC32();
            hash.update(address.getBytes(StandardCharsets.UTF_8));
            long rest = hash.getValue() % 1000;
            for (Fate fate : values()) {
                rest -= fate.permille;
                if (rest < 0) {
                    return fate;
                }
            }
            throw new AssertionError();
        }
    }

    private static final class RoughRelay implements TestRelay.Behaviour {

        private final Set<String> known = ConcurrentHashMap.newKeySet();

        @Override
        public void onRecipient(String recipient) throws RejectException {
            Fate fate = Fate.of(recipient);
            if (fate == Fate.REFUSED) {
                throw new RejectException(550, "5.1.1 no such user here");
            }
            if (fate == Fate.GREYLISTED && known.add(recipient)) {
                throw new RejectException(450, "4.2.0 greylisted, come back later");
            }
            if (fate == Fate.CUT_OFF_AT_RCPT && known.add(recipient)) {
                throw TestRelay.hangUp();
            }
        }

        @Override
        public void beforeContent(String recipient) throws RejectException {
            if (Fate.of(recipient) == Fate.CUT_OFF_AMID_CONTENT && known.add(recipient)) {
                throw TestRelay.hangUp();
            }
        }

        @Override
        public void afterContent(String recipient) throws RejectException {
            if (Fate.of(recipient) == Fate.CUT_OFF_WHEN_KEPT) {
                throw TestRelay.hangUp();
            }
        }
    }

    @Parameter
    Database database;

    @TempDir
    Path home;

    final TestRelay relay = new TestRelay();
    TestHouse house;

    @BeforeEach
    void open() {
        relay.behave(new RoughRelay());
        house = new TestHouse(
                database,
                home,
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + relay.port(),
                "mailround.delivery.connections=8");
        Stream<String> people = IntStream.range(0, RECIPIENTS).mapToObj(i -> "p" + i + "@example.com");
        house.list("newsletter", Stream.concat(Stream.of("email"), people).toArray(String[]::new))
                .article("walk.txt", "A walk a day\n\nIt does you good.\n");
    }

    @AfterEach
    void close() {
        house.close();
        relay.close();
    }

    @Test
    void everybodyIsAccountedForAsTheRelayTreatedThem() {
        Report report = runToItsEnd();

        assertThat(report.outstanding()).as("lost").isZero();
        assertThat(report.balanced()).isTrue();
        assertThat(report.audience()).isEqualTo(RECIPIENTS);
        Map<String, RecipientLine> lines = lines(report);
        Map<String, Long> kept = relay.kept().stream().collect(groupingBy(TestRelay.Kept::recipient, counting()));
        assertThat(kept.values()).as("copies of a message").containsOnly(1L);
        assertThat(in(lines, "accepted", "uncertain")).containsAll(kept.keySet());
        assertThat(kept.keySet()).containsAll(in(lines, "accepted"));
        assertThat(lines)
                .hasSize(RECIPIENTS)
                .allSatisfy((address, line) -> assertTreated(Fate.of(address), line, kept.containsKey(address)));
    }

    private static void assertTreated(Fate fate, RecipientLine line, boolean isKept) {
        assertThat(line.state())
                .as("%s, %s", fate, line)
                .isEqualTo(
                        switch (fate) {
                            case REFUSED -> "rejected";
                            case GREYLISTED, CUT_OFF_AT_RCPT, WELCOME -> "accepted";
                            // whether the final dot was written when the connection broke, is for the client to know
                            case CUT_OFF_AMID_CONTENT -> isKept ? "accepted" : "uncertain";
                            case CUT_OFF_WHEN_KEPT -> "uncertain";
                        });
        if (fate == Fate.REFUSED) {
            assertThat(line.reply()).isEqualTo("550 5.1.1 no such user here");
        }
        if (fate == Fate.GREYLISTED) {
            assertThat(line.attempts()).isEqualTo(2);
        }
    }

    /** Whoever was put off is due half an hour later. */
    private Report runToItsEnd() {
        Rounds rounds = house.get(Rounds.class);
        Report report = rounds.run(WEEKLY).report();
        for (int again = 0; again < 5 && report.outstanding() > 0; again++) {
            house.clock().advance(Duration.ofMinutes(30));
            report = rounds.run(WEEKLY).report();
        }
        return report;
    }

    private Map<String, RecipientLine> lines(Report report) {
        Map<String, RecipientLine> lines = new HashMap<>();
        house.get(Recipients.class)
                .of(
                        house.get(Editions.class).get(Objects.requireNonNull(report.edition())),
                        line -> lines.put(Objects.requireNonNull(line.address()), line));
        return lines;
    }

    private static Set<String> in(Map<String, RecipientLine> lines, String... states) {
        return lines.values().stream()
                .filter(line -> List.of(states).contains(line.state()))
                .map(line -> Objects.requireNonNull(line.address()))
                .collect(toSet());
    }
}
