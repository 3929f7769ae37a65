package org.mailround.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.rfc.EmailAddress;
import org.mailround.rfc.SmtpReply;
import org.mailround.smtp.RelayTrouble.Kind;
import org.mailround.smtp.Submission.Accepted;
import org.mailround.smtp.Submission.Lost;
import org.mailround.smtp.Submission.Refused;
import org.mailround.smtp.Submission.Troubled;

/** Whatever a relay replies, and whenever: what becomes of the message, and of the connection. */
@ParameterizedClass
@EnumSource(DialogueTests.Way.class)
class DialogueTests {

    enum Way {
        LOCK_STEP,
        PIPELINED,
        LOCK_STEP_OVER_TLS,
        PIPELINED_OVER_TLS;

        boolean isPipelined() {
            return this == PIPELINED || this == PIPELINED_OVER_TLS;
        }

        boolean isOverTls() {
            return this == LOCK_STEP_OVER_TLS || this == PIPELINED_OVER_TLS;
        }
    }

    static final Duration LONG = Duration.ofMinutes(1);
    static final Duration SHORT = Duration.ofMillis(100);
    static final Envelope ENVELOPE =
            new Envelope(EmailAddress.parse("news@clinic.example"), EmailAddress.parse("ana@example.com"), null);
    static final Refused NOBODY_HERE = new Refused(new SmtpReply(550, "5.1.1", "nobody here"));

    @TempDir
    static Path folder;

    static SSLContext tls;

    private final Way way;
    private final AtomicInteger dots = new AtomicInteger();
    private WaywardRelay relay;
    private @Nullable RelayConnection connection;

    DialogueTests(Way way) {
        this.way = way;
    }

    @BeforeAll
    static void makeCertificate() {
        tls = new TestCertificates(folder).selfSigned("self", "dns:localhost");
    }

    @BeforeEach
    void open() {
        relay = new WaywardRelay(way.isPipelined(), way.isOverTls() ? tls : null);
    }

    @AfterEach
    void close() {
        if (connection != null) {
            connection.abort();
        }
        relay.close();
    }

    @Test
    void oneMessageFollowsTheOther() {
        assertAccepted(submit());
        assertAccepted(submit());

        assertThat(relay.commands()).containsExactly("MAIL", "RCPT", "DATA", ".", "MAIL", "RCPT", "DATA", ".");
        assertThat(relay.content()).containsExactly("Subject: x", "", "hello", "Subject: x", "", "hello");
    }

    @Test
    void whereItMayWhatIsAheadOfTheContentGoesOutTogether() {
        assumeTrue(way.isPipelined());
        relay.replies("MAIL", WaywardRelay.SAYS_NOTHING);
        relay.replies("RCPT", WaywardRelay.SAYS_NOTHING);
        relay.replies("DATA", "250 sender\r\n250 recipient\r\n354 content");

        assertAccepted(submit());
    }

    @Test
    void repliesMayComeBeforeTheirCommandsAreRead() {
        assumeTrue(way.isPipelined());
        relay.replies("MAIL", "250 sender\r\n250 recipient\r\n354 content");
        relay.replies("RCPT", WaywardRelay.SAYS_NOTHING);
        relay.replies("DATA", WaywardRelay.SAYS_NOTHING);

        assertAccepted(submit());
    }

    @Test
    void repliesMayComeInPieces() {
        relay.replies("RCPT", "250-2.1.5 one\r\n250-2.1.5 two\r\n250 2.1.5 three");
        relay.replies(".", "250-2.0.0 kept\r\n250 2.0.0 as 4711");
        relay.talksOctetByOctet();

        assertThat(submit()).isEqualTo(new Accepted(new SmtpReply(250, "2.0.0", "kept as 4711")));
        assertThat(submit()).isEqualTo(new Accepted(new SmtpReply(250, "2.0.0", "kept as 4711")));
    }

    @Test
    void theContentIsUnderWayBeforeItsFinalDotIsAskedFor() {
        FinalDot watcher = () -> {
            while (relay.content().isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(relay.commands()).doesNotContain(".");
        };

        assertAccepted(submit("first\r\nlast\r\n", watcher));
    }

    @Test
    void whereTheFinalDotMayNotGoOutTheMessageIsNotHandedOver() {
        assertLost(
                submit("first\r\nlast\r\n", () -> {
                    throw new IOException("not now");
                }),
                false);
    }

    @Test
    void aSurpriseBeforeTheFinalDotClosesTheConnection() {
        try {
            submit("first\r\nlast\r\n", () -> {
                throw new IllegalStateException("a surprise");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("a surprise");
        }

        assertClosed();
    }

    @Test
    void aMessageIsOneWhateverItsLineEndsAndDotsAre() {
        assertAccepted(submit(".\r\n..\n.\r.\r\n\n.\n\r.\r\r\nMAIL FROM:<x@y.example>\r\n.end", FinalDot.UNWATCHED));

        assertThat(relay.commands()).containsExactly("MAIL", "RCPT", "DATA", ".");
        assertThat(relay.content())
                .containsExactly("..", "...", "..", "..", "", "..", "", "..", "", "MAIL FROM:<x@y.example>", "..end");
    }

    @Test
    void anEmptyMessageIsALoneDot() {
        assertAccepted(submit("", FinalDot.UNWATCHED));

        assertThat(relay.content()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 5.1.1 nobody here", "550-5.1.1 nobody\r\n550 5.1.1 here"})
    void whereDataIsRefusedWithTheRecipientTheConnectionGoesOn(String refusal) {
        relay.replies("RCPT", refusal, "250 fine");
        relay.replies("DATA", way.isPipelined() ? "503 5.5.1 need RCPT" : "354 go on", "354 go on");

        assertThat(submit()).isEqualTo(NOBODY_HERE);
        assertThat(dots).hasValue(0);
        assertAccepted(submit());
        assertThat(relay.commands()).containsSubsequence("RCPT", "RSET", "MAIL").containsOnlyOnce("RSET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"554 5.5.1 no valid recipients", "250 2.0.0 kept"})
    void whereContentIsWantedForNobodyThereIsNone(String replyToNothing) {
        assumeTrue(way.isPipelined());
        relay.replies("RCPT", "550 5.1.1 nobody here", "250 fine");
        relay.replies(".", replyToNothing, "250 2.0.0 kept");

        assertThat(submit()).isEqualTo(NOBODY_HERE);
        assertThat(dots).hasValue(0);
        assertThat(relay.content()).isEmpty();
        assertAccepted(submit());
        assertThat(relay.commands()).containsExactly("MAIL", "RCPT", "DATA", ".", "MAIL", "RCPT", "DATA", ".");
    }

    @Test
    void aRelayThatSaysGoodbyeToNothingIsHeard() {
        assumeTrue(way.isPipelined());
        relay.replies("RCPT", "550 5.1.1 nobody here");
        relay.replies(".", "421 4.7.0 too many errors");

        assertThat(submit()).isEqualTo(NOBODY_HERE);
        assertClosed();
    }

    @Test
    void whereARefusedSendersRecipientIsTakenNobodyGetsAnEmptyMail() {
        assumeTrue(way.isPipelined());
        relay.replies("MAIL", "550 5.7.1 not you");

        assertTroubled(submit(), 550);
        assertClosed();
        assertThat(relay.commands()).doesNotContain(".");
    }

    @Test
    void theFirstRefusalCounts() {
        relay.replies("MAIL", "451 4.3.0 not now", "250 fine");
        relay.replies("RCPT", way.isPipelined() ? "503 5.5.1 need MAIL" : "250 fine", "250 fine");
        relay.replies("DATA", way.isPipelined() ? "503 5.5.1 need RCPT" : "354 go on", "354 go on");

        assertTroubled(submit(), 451);
        assertAccepted(submit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
    void a421ClosesTheConnectionWhereverItComes(String command) {
        relay.replies(command, "421 4.3.2 going down");

        assertTroubled(submit(), 421);
        assertClosed();
    }

    @Test
    void whatWasRefusedStaysRefusedBeforeA421() {
        relay.replies("RCPT", "550 5.1.1 nobody here");
        relay.replies("DATA", "421 4.7.0 too many errors");
        relay.replies("RSET", "421 4.7.0 too many errors");

        assertThat(submit()).isEqualTo(NOBODY_HERE);
        assertClosed();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void aRelayThatHangsUpBeforeTheContentHasNoMessage(String command) {
        relay.replies(command, WaywardRelay.HANGS_UP);

        assertLost(submit(), false);
    }

    @Test
    void whatWasRefusedStaysRefusedWhereTheRelayHangsUp() {
        relay.replies("RCPT", "550 5.1.1 nobody here");
        relay.replies("DATA", WaywardRelay.HANGS_UP);
        relay.replies("RSET", WaywardRelay.HANGS_UP);

        assertThat(submit()).isEqualTo(NOBODY_HERE);
        assertClosed();
    }

    @Test
    void aRelayThatHangsUpAfterTheFinalDotMayHaveTheMessage() {
        relay.replies(".", WaywardRelay.HANGS_UP);

        assertLost(submit(), true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"250 fine\r\n250 nobody asked", "354 too early", "hello", "1234", "25", "199 x", "999 x", ""})
    void repliesThatAreNoneOrOutOfStepEndTheConnectionBeforeTheMessageIsHandedOver(String reply) {
        relay.replies("MAIL", reply.isEmpty() ? "\r\n" : reply);

        assertLost(submit(), false);
        assertThat(dots).hasValue(0);
    }

    @Test
    void aStrayRefusalIsNotTakenForThatOfTheSender() {
        assumeTrue(way.isPipelined());
        relay.replies("MAIL", "550 left over\r\n250 fine");

        assertLost(submit(), false);
    }

    @Test
    void aReplyWithoutAnEndIsNotReadForEver() {
        relay.replies("MAIL", "250-and so on\r\n".repeat(10_000) + "250 at last");

        assertLost(submit(), false);
    }

    @Test
    void aMessageCannotBeTakenBeforeItsEnd() {
        relay.replies("DATA", "354 go on\r\n250 2.0.0 kept");

        assertLost(submit(), false);
        assertThat(relay.commands()).doesNotContain(".");
    }

    @Test
    void aMessageCanBeRefusedBeforeItsEnd() {
        relay.replies("DATA", "354 go on\r\n552 5.3.4 too big");

        assertThat(submit()).isEqualTo(new Refused(new SmtpReply(552, "5.3.4", "too big")));
        assertClosed();
        assertThat(relay.commands()).doesNotContain(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATA", "."})
    void aRefusalAfterTheRecipientIsTakenIsOfThisMessageAlone(String command) {
        relay.replies(command, "451 4.3.0 not now", command.equals(".") ? "250 2.0.0 kept" : "354 go on");

        assertThat(submit()).isEqualTo(new Refused(new SmtpReply(451, "4.3.0", "not now")));
        assertThat(dots).hasValue(command.equals(".") ? 1 : 0);
        assertAccepted(submit());
        assertThat(relay.commands()).containsOnlyOnce("RSET");
    }

    @Test
    void aRelayThatHangsUpOnWhomItRefusesCostsNobodyElseAnAttempt() {
        relay.replies(".", "554 5.6.0 bad content");
        relay.replies("RSET", WaywardRelay.HANGS_UP);

        assertThat(submit()).isEqualTo(new Refused(new SmtpReply(554, "5.6.0", "bad content")));
        assertClosed();
    }

    @Test
    void whatIsNoAnswerToAWholeMessageLeavesItsFateOpen() {
        relay.replies(".", "354 go on");

        assertLost(submit(), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "DATA"})
    void aRelayThatSaysNothingInTimeHasNoMessage(String command) {
        relay.replies(command, WaywardRelay.IS_STUCK);
        connection = relay.connect(SHORT, LONG);

        assertLost(submit(), false);
    }

    @Test
    void aRelayThatSaysNothingOfAWholeMessageMayHaveIt() {
        relay.replies(".", WaywardRelay.IS_STUCK);
        connection = relay.connect(LONG, SHORT);

        assertLost(submit(), true);
    }

    @Test
    void aRelayThatReadsNothingIsGivenUpWithTime() {
        relay.replies("DATA", "354 go on\r\n" + WaywardRelay.IS_STUCK);
        connection = relay.connect(Duration.ofMillis(500), LONG);

        Submission submission = submit("a line of many\r\n".repeat(2_000_000), FinalDot.UNWATCHED);

        assertLost(submission, false);
        assertThat(submission).asString().contains("SocketTimeoutException");
    }

    @Test
    void aConnectionThatIsClosedTakesNothing() {
        assertAccepted(submit());
        connection().close();

        assertLost(submit(), false);
    }

    private Submission submit() {
        return submit("Subject: x\r\n\r\nhello\r\n", FinalDot.UNWATCHED);
    }

    private Submission submit(String mail, FinalDot finalDot) {
        return connection().submit(ENVELOPE, mail.getBytes(StandardCharsets.US_ASCII), () -> {
            dots.incrementAndGet();
            finalDot.comes();
        });
    }

    private RelayConnection connection() {
        if (connection == null) {
            connection = relay.connect(LONG, LONG);
        }
        return connection;
    }

    private void assertAccepted(Submission submission) {
        assertThat(submission).isEqualTo(new Accepted(new SmtpReply(250, "2.0.0", "kept")));
        assertThat(connection().isOpen()).isTrue();
    }

    private void assertTroubled(Submission submission, int code) {
        assertThat(submission).isInstanceOfSatisfying(Troubled.class, troubled -> {
            assertThat(troubled.trouble().kind()).isEqualTo(Kind.REFUSED);
            assertThat(troubled.trouble().reply()).isNotNull();
            assertThat(troubled.trouble().reply().code()).isEqualTo(code);
        });
    }

    private void assertLost(Submission submission, boolean handedOver) {
        assertThat(submission)
                .isInstanceOfSatisfying(
                        Lost.class,
                        lost -> assertThat(lost.finalDotHandedOver()).isEqualTo(handedOver));
        assertClosed();
    }

    private void assertClosed() {
        assertThat(connection().isOpen()).isFalse();
    }
}
