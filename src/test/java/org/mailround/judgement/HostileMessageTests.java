package org.mailround.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the octets are, they are judged; and what is broken makes nobody hard who was not. */
class HostileMessageTests {

    /** So that a run can be repeated. */
    private static final long SEED = 20261105;

    static List<String> files() {
        return Fixtures.files();
    }

    @Test
    void anyOctetsAreJudged() {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            byte[] octets = new byte[random.nextInt(4_000)];
            random.nextBytes(octets);

            assertThat(judge(octets)).isNotEmpty().noneMatch(HostileMessageTests::isHard);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whereverItIsCutOffAMessageIsJudged(String file) {
        byte[] octets = Fixtures.read(file);
        for (int end = 0; end < octets.length; end += 53) {
            assertThat(judge(Arrays.copyOf(octets, end))).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void withOctetsChangedAMessageIsJudged(String file) {
        Random random = new Random(SEED);
        for (int i = 0; i < 25; i++) {
            byte[] octets = Fixtures.read(file);
            for (int change = 0; change < 20; change++) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
            }
            assertThat(judge(octets)).isNotEmpty();
        }
    }

    @Test
    void aLetterThatQuotesARefusalIsNone() {
        assertThat(judge(("From: Anna <anna@example.org>\nSubject: Hello\nIn-Reply-To: <d7@clinic.example>\n\n"
                                + "What does user unknown mean?\n")
                        .getBytes(StandardCharsets.US_ASCII)))
                .noneMatch(HostileMessageTests::isHard);
    }

    @Test
    void partsWithinPartsAreTakenApartOnlySoFar() {
        StringBuilder message = new StringBuilder("Subject: x\n");
        for (int i = 0; i < 2_000; i++) {
            message.append("Content-Type: multipart/mixed; boundary=\"b")
                    .append(i)
                    .append("\"\n\n--b")
                    .append(i)
                    .append('\n');
        }

        assertThat(judge(message.toString().getBytes(StandardCharsets.US_ASCII)))
                .isNotEmpty();
    }

    @Test
    void longRunsOfOneCharacterAreJudged() {
        for (String run :
                List.of("@", "a@", "<", "user ", ":", " \n", "--\n", "Final-Recipient: x\n\n", "5.1.1 ", "=?")) {
            String message = "From: mailer-daemon@example.org\nSubject: failure notice\n\n" + run.repeat(200_000);

            assertThat(judge(message.getBytes(StandardCharsets.US_ASCII))).isNotEmpty();
        }
    }

    private static boolean isHard(Notification notification) {
        return notification.judgement().bounceClass() == BounceClass.HARD;
    }

    private static List<Notification> judge(byte[] octets) {
        return MessageJudge.judge(Incoming.of(octets));
    }
}
