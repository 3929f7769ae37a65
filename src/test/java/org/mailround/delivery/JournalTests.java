package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.rfc.SmtpReply;

class JournalTests {

    static final Instant NOW = Instant.parse("2026-11-23T09:00:00.123Z");

    @TempDir
    Path folder;

    Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("a.journal");
    }

    @Test
    void whatIsWrittenIsReadBackWhateverTheRelaySaid() throws IOException {
        Random random = new Random(7);
        Journal journal = Journal.create(file);
        List<Settlement> settlements = random.ints(500, 0, 1 << 20)
                .mapToObj(seed -> settlement(seed, new Random(seed)))
                .toList();
        for (Settlement settlement : settlements) {
            journal.handsOver(settlement.attempt());
            journal.settles(settlement);
        }
        journal.close();

        Remains remains = Remains.of(file);

        assertThat(remains.settled()).isEqualTo(settlements);
        assertThat(remains.handedOver()).isEmpty();
    }

    @Test
    void whatNeverEndedIsTold() throws IOException {
        Journal journal = Journal.create(file);
        journal.handsOver(new Attempt(1, 1, NOW));
        journal.handsOver(new Attempt(2, 3, NOW));
        journal.settles(new Settlement(new Attempt(1, 1, NOW), NOW, verdict("ok")));
        journal.close();

        assertThat(Remains.of(file).handedOver()).containsExactly(new Attempt(2, 3, NOW));
    }

    @Test
    void aLineThatWasCutOffTellsNothing() throws IOException {
        Journal journal = Journal.create(file);
        journal.handsOver(new Attempt(12, 1, NOW));
        journal.close();
        String whole = Files.readString(file);

        for (int length = 0; length < whole.length(); length++) {
            Files.writeString(file, whole.substring(0, length));
            assertThat(Remains.of(file).handedOver()).isEmpty();
        }
    }

    @Test
    void clearedItBeginsAnew() throws IOException {
        Journal journal = Journal.create(file);
        journal.handsOver(new Attempt(1, 1, NOW));
        journal.clear();
        journal.handsOver(new Attempt(2, 1, NOW));
        journal.close();

        assertThat(Files.readString(file)).isEqualTo("H\t2\t1\t%d\n".formatted(NOW.toEpochMilli()));
    }

    @Test
    void itIsHeldByALivingProcessAndLeftByADeadOne() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(holder.inputReader().readLine()).isEqualTo("held");

        assertThat(Journal.isLeft(file)).isFalse();
        assertThat(Journal.isLeft(file)).as("asking takes nothing away").isFalse();
        holder.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        assertThat(Journal.isLeft(file)).isTrue();
        Files.delete(file);
        assertThat(Journal.isLeft(file))
                .as("of a file that is not there nobody can say")
                .isFalse();
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        Journal.create(file).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    /** Another process that works the ledger. */
    static class Holder {

        public static void main(String[] args) throws IOException {
            Journal journal = Journal.create(Path.of(args[0]));
            System.out.println("held");
            System.in.read();
            journal.close();
        }
    }

    private static Settlement settlement(int id, Random random) {
        String nasty = random.ints(random.nextInt(80), ' ', 0xD7FF)
                .filter(Character::isDefined)
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new Settlement(new Attempt(id, 1 + random.nextInt(5), NOW), NOW.plusMillis(id), verdict(nasty));
    }

    private static Verdict verdict(String text) {
        return new Verdict(DeliveryState.DEFERRED, new SmtpReply(450, "4.2.0", text), "a reason", NOW.plusSeconds(60));
    }
}
