package org.mailround.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

    static List<Arguments> big() {
        String daemon = "From: mailer-daemon@example.org\nSubject: failure notice\n";
        return List.of(
                Arguments.of("headers", numbered("X-%d: a\n", 80_000) + "\nuser unknown"),
                Arguments.of("encoded headers", numbered("X-%d: =?utf-8?q?a?=\n", 50_000) + "\nuser unknown"),
                Arguments.of("addresses of a notice", daemon + "\n" + numbered("%d@example.org\nqqq\n", 40_000)),
                Arguments.of(
                        "failed recipients",
                        "X-Failed-Recipients: " + numbered("%d@example.org,\n ", 40_000) + "\n" + daemon + "\nqqq\n"),
                Arguments.of(
                        "loose groups",
                        daemon + "\n" + "lorem ipsum ".repeat(2_000) + "\n\n"
                                + numbered("Final-Recipient: rfc822;%d@a.example\nAction: failed\n\n", 15_000)),
                Arguments.of(
                        "groups",
                        "Content-Type: message/delivery-status\n\nReporting-MTA: dns;x\n\n"
                                + numbered("Final-Recipient: rfc822;%d@a.example\nAction: failed\n\n", 15_000)),
                Arguments.of(
                        "empty groups",
                        daemon + "Content-Type: message/delivery-status\n\n" + "x:\n\n".repeat(200_000)),
                Arguments.of(
                        "pages",
                        daemon + "Content-Type: multipart/mixed; boundary=b\n"
                                + ("\n--b\nContent-Type: text/html\n\n" + "<div><p>".repeat(4_000)).repeat(58)),
                Arguments.of("signs", daemon + "\n" + "@a".repeat(400_000)),
                Arguments.of(
                        "parts",
                        "Content-Type: multipart/mixed; boundary=b\n" + numbered("\n--b\nX-%d: a\n\nx", 50_000)),
                Arguments.of("a page", daemon + "Content-Type: text/html\n\n" + "<div>".repeat(100_000)));
    }

    private static String numbered(String line, int count) {
        return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining());
    }

    /** Each takes a second or so; some took minutes. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("big")
    @Timeout(10)
    void aBigMessageIsSoonJudged(String what, String message) {
        assertThat(judge(message.getBytes(StandardCharsets.US_ASCII)))
                .as(what)
                .hasSizeBetween(1, Incoming.MOST_RECIPIENTS);
    }

    private static boolean isHard(Notification notification) {
        return notification.judgement().bounceClass() == BounceClass.HARD;
    }

    private static List<Notification> judge(byte[] octets) {
        return MessageJudge.judge(Incoming.of(octets));
    }
}
