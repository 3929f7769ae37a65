package org.mailround.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailround.DyingRelay;
import org.mailround.TestRelay;
import org.mailround.rfc.EmailAddress;
import org.mailround.rfc.SmtpReply;
import org.mailround.smtp.RelayTrouble.Kind;
import org.mailround.smtp.Submission.Accepted;
import org.mailround.smtp.Submission.Lost;
import org.mailround.smtp.Submission.Refused;
import org.mailround.smtp.Submission.Troubled;
import org.subethamail.smtp.RejectException;

class SmtpConnectionTests {

    static final EmailAddress NEWS = EmailAddress.parse("news@clinic.example");
    static final EmailAddress ANA = EmailAddress.parse("ana@example.com");
    static final byte[] MAIL = "Subject: x\r\n\r\n.\r\n..dots\r\nend\r\n".getBytes(StandardCharsets.US_ASCII);

    final TestRelay server = new TestRelay();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void octetsArriveAsTheyAre() {
        try (RelayConnection connection = relay(server.port()).connect()) {
            assertThat(submit(connection, NEWS, ANA)).isInstanceOf(Accepted.class);
            assertThat(submit(connection, NEWS, ANA)).isInstanceOf(Accepted.class);
        }

        assertThat(server.kept()).hasSize(2).allSatisfy(kept -> {
            assertThat(kept.sender()).isEqualTo("news@clinic.example");
            assertThat(new String(kept.octets(), StandardCharsets.US_ASCII))
                    .endsWith(new String(MAIL, StandardCharsets.US_ASCII));
        });
    }

    @Test
    void aRefusedRecipientLeavesTheConnectionOpen() {
        server.behave(refuseRecipient(550, "5.1.1 nobody here"));
        try (RelayConnection connection = relay(server.port()).connect()) {
            assertThat(submit(connection, NEWS, ANA))
                    .isEqualTo(new Refused(new SmtpReply(550, "5.1.1", "nobody here")));
            assertThat(connection.isOpen()).isTrue();
            server.behave(new TestRelay.Behaviour() {});
            assertThat(submit(connection, NEWS, ANA)).isInstanceOf(Accepted.class);
        }
    }

    @Test
    void a421AtAnyCommandIsTheRelaysTrouble() {
        server.behave(refuseRecipient(421, "4.3.2 going down"));
        try (RelayConnection connection = relay(server.port()).connect()) {
            assertThat(submit(connection, NEWS, ANA)).isInstanceOfSatisfying(Troubled.class, troubled -> {
                assertThat(troubled.trouble().kind()).isEqualTo(Kind.REFUSED);
                assertThat(troubled.trouble().mayPass()).isTrue();
            });
            assertThat(connection.isOpen()).isFalse();
        }
    }

    @Test
    void a421InAnswerToTheFinalDotIsTheRelaysTroubleToo() {
        server.behave(refuseContent(421, "4.3.2 going down"));
        try (RelayConnection connection = relay(server.port()).connect()) {
            assertThat(submit(connection, NEWS, ANA)).isInstanceOf(Troubled.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 | 5.4.5 Daily user sending limit exceeded. For more information on Gmail",
                "550 | 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
                "550 | 5.7.232 Your message can't be sent because your trial tenant has exceeded its limit",
                "454 | Throttling failure: Daily message quota exceeded.",
                "452 | 4.5.3 too many messages, limit is 500 per day",
            })
    void aLimitThatTheRelaySetsUsIsNoFaultOfTheRecipient(int code, String text) {
        server.behave(refuseContent(code, text));
        try (RelayConnection connection = relay(server.port()).connect()) {
            assertThat(submit(connection, NEWS, ANA))
                    .isInstanceOfSatisfying(
                            Troubled.class,
                            troubled -> assertThat(troubled.trouble().kind()).isEqualTo(Kind.LIMIT));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "552 | 5.2.2 mailbox quota exceeded",
                "450 | 4.2.1 the recipient exceeds its daily limit of messages",
                "550 | 5.7.1 message limit of the policy",
            })
    void aLimitOfTheRecipientIsNotOurs(int code, String text) {
        server.behave(refuseContent(code, text));
        try (RelayConnection connection = relay(server.port()).connect()) {
            assertThat(submit(connection, NEWS, ANA)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void whereTheFinalDotMayNotGoOutTheRelayHasNoMessage() {
        FinalDot refused = () -> {
            throw new IOException("not now");
        };
        try (RelayConnection connection = relay(server.port()).connect()) {
            assertThat(connection.submit(new Envelope(NEWS, ANA, null), MAIL, refused))
                    .isInstanceOfSatisfying(
                            Lost.class,
                            lost -> assertThat(lost.finalDotHandedOver()).isFalse());
            assertThat(connection.isOpen()).isFalse();
        }
        assertThat(server.kept()).isEmpty();
    }

    @Test
    void theFinalDotIsAskedForOnceAMessageAndNotWhereTheRecipientIsRefused() {
        AtomicInteger asked = new AtomicInteger();
        try (RelayConnection connection = relay(server.port()).connect()) {
            connection.submit(new Envelope(NEWS, ANA, null), MAIL, asked::incrementAndGet);
            assertThat(asked).hasValue(1);
            server.behave(refuseRecipient(550, "5.1.1 nobody here"));
            connection.submit(new Envelope(NEWS, ANA, null), MAIL, asked::incrementAndGet);
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void brokenOffByAnotherThreadItSaysHowFarItCame() throws Exception {
        CountDownLatch kept = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        server.behave(new TestRelay.Behaviour() {
            @Override
            public void afterContent(String recipient) {
                kept.countDown();
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        try (RelayConnection connection = relay(server.port()).connect()) {
            CompletableFuture<Submission> submission =
                    CompletableFuture.supplyAsync(() -> submit(connection, NEWS, ANA));
            assertThat(kept.await(1, TimeUnit.MINUTES)).isTrue();

            connection.abort();

            assertThat(submission.get(1, TimeUnit.MINUTES))
                    .isInstanceOfSatisfying(
                            Lost.class,
                            lost -> assertThat(lost.finalDotHandedOver()).isTrue());
        } finally {
            never.countDown();
        }
    }

    @Test
    void aRefusedSenderIsTheRelaysTroubleButForThisMessagesOwnFaults() {
        server.behave(refuseSender(550, "5.7.1 not you"));
        try (RelayConnection connection = relay(server.port()).connect()) {
            assertThat(submit(connection, NEWS, ANA)).isInstanceOf(Troubled.class);
        }
        server.behave(refuseSender(552, "5.3.4 too big"));
        try (RelayConnection connection = relay(server.port()).connect()) {
            assertThat(submit(connection, NEWS, ANA)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void whatARelayRepeatsToUsOfAddressesIsToldToNobody() {
        server.behave(refuseSender(553, "5.7.1 <news+abc@clinic.example>: not owned by desk@clinic.example"));
        try (RelayConnection connection = relay(server.port()).connect()) {
            assertThat(submit(connection, NEWS, ANA))
                    .isInstanceOfSatisfying(
                            Troubled.class,
                            troubled -> assertThat(troubled.trouble().sentence())
                                    .doesNotContain("@", "abc")
                                    .contains("553 5.7.1 …: not owned by …", "mailround.bounces.address"));
        }
    }

    @Test
    void aRelayThatWantsALoginSaysWhatToSet() {
        server.behave(refuseSender(530, "5.7.0 authentication required"));
        try (RelayConnection connection = relay(server.port()).connect()) {
            assertThat(submit(connection, NEWS, ANA)).isInstanceOfSatisfying(Troubled.class, troubled -> {
                assertThat(troubled.trouble().kind()).isEqualTo(Kind.LOGIN);
                assertThat(troubled.trouble().mayPass()).isFalse();
                assertThat(troubled.trouble().sentence()).contains("spring.mail.username");
            });
        }
    }

    @Test
    void aRefusalOfTheContentIsAboutThisMessage() {
        server.behave(refuseContent(554, "5.7.1 looks like spam"));
        try (RelayConnection connection = relay(server.port()).connect()) {
            assertThat(submit(connection, NEWS, ANA)).isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"MAIL, false", "RCPT, false", "DATA, false", "., true"})
    void aConnectionThatBreaksSaysWhetherTheRelayMayHaveTheMessage(String lastLine, boolean handedOver) {
        try (DyingRelay dying = new DyingRelay(lastLine);
                RelayConnection connection = relay(dying.port()).connect()) {
            assertThat(submit(connection, NEWS, ANA))
                    .isInstanceOfSatisfying(
                            Lost.class,
                            lost -> assertThat(lost.finalDotHandedOver()).isEqualTo(handedOver));
            assertThat(connection.isOpen()).isFalse();
        }
    }

    @Test
    void anAddressThatNeedsSmtpUtf8IsRefusedWhereTheRelayDoesNotOfferIt() {
        try (DyingRelay plain = new DyingRelay("QUIT");
                RelayConnection connection = relay(plain.port()).connect()) {
            assertThat(submit(connection, NEWS, EmailAddress.parse("josé@example.com")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reply().status()).isEqualTo("5.6.7"));
        }
    }

    @Test
    void anAddressThatNeedsSmtpUtf8GoesToARelayThatOffersIt() {
        Properties properties = new Properties();
        properties.put("mail.mime.allowutf8", "true");
        try (RelayConnection connection = relay(server.port(), properties).connect()) {
            assertThat(submit(connection, NEWS, EmailAddress.parse("josé@example.com")))
                    .isInstanceOf(Accepted.class);
        }

        assertThat(server.recipients()).containsExactly("josé@example.com");
    }

    @Test
    void aClosedPortIsTroubleThatMayPass() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        RelayUnavailableException e = catchThrowableOfType(
                RelayUnavailableException.class, () -> relay(port).connect());

        assertThat(e.trouble().kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(e.trouble().mayPass()).isTrue();
        assertThat(e).hasMessageContaining("127.0.0.1:" + port);
    }

    @Test
    void aRelayWithoutTheRequiredTlsIsNotSpokenTo() {
        Properties properties = new Properties();
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");

        RelayUnavailableException e = catchThrowableOfType(
                RelayUnavailableException.class,
                () -> relay(server.port(), properties).connect());

        assertThat(e.trouble().kind()).isEqualTo(Kind.TLS);
        assertThat(e.trouble().mayPass()).isFalse();
        assertThat(server.kept()).isEmpty();
    }

    private static TestRelay.Behaviour refuseRecipient(int code, String text) {
        return new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                throw new RejectException(code, text);
            }
        };
    }

    private static TestRelay.Behaviour refuseContent(int code, String text) {
        return new TestRelay.Behaviour() {
            @Override
            public void onContent(String recipient) throws RejectException {
                throw new RejectException(code, text);
            }
        };
    }

    private static TestRelay.Behaviour refuseSender(int code, String text) {
        return new TestRelay.Behaviour() {
            @Override
            public void onSender(String sender) throws RejectException {
                throw new RejectException(code, text);
            }
        };
    }

    private static Submission submit(RelayConnection connection, EmailAddress sender, EmailAddress recipient) {
        return connection.submit(new Envelope(sender, recipient, null), MAIL, FinalDot.UNWATCHED);
    }

    private static SmtpRelay relay(int port) {
        return relay(port, new Properties());
    }

    private static SmtpRelay relay(int port, Properties properties) {
        return new SmtpRelay(
                "127.0.0.1", port, false, null, null, properties, SmtpRelay.FINAL_DOT_TIMEOUT, "127.0.0.1:" + port);
    }
}
