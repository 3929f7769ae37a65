package org.mailround.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.ObligingRelay;
import org.mailround.rfc.EmailAddress;
import org.mailround.rfc.SmtpReply;
import org.mailround.smtp.RelayTrouble.Kind;
import org.mailround.smtp.Submission.Accepted;
import org.mailround.smtp.Submission.Refused;
import org.mailround.smtp.Submission.Troubled;

/** What MAIL and RCPT say: what a message needs, as far as the relay offers it. */
class EnvelopeTests {

    static final EmailAddress NEWS = EmailAddress.parse("news@clinic.example");
    static final EmailAddress ANA = EmailAddress.parse("ana@example.com");
    static final EmailAddress JOSE = EmailAddress.parse("josé@example.com");
    static final String MAIL = "Subject: x\r\n\r\nhello\r\n";
    static final String[] ALL = {"PIPELINING", "SIZE 10240000", "8BITMIME", "DSN", "SMTPUTF8", "CHUNKING"};

    @Test
    void whereDsnIsOfferedReportsOfFailureAndDelayAreAskedFor() {
        try (ObligingRelay relay = new ObligingRelay("DSN")) {
            assertThat(submit(relay, new Envelope(NEWS, ANA, "abc234"), MAIL)).isInstanceOf(Accepted.class);

            assertThat(relay.commands("MAIL")).containsExactly("MAIL FROM:<news@clinic.example> RET=HDRS ENVID=abc234");
            assertThat(relay.commands("RCPT"))
                    .containsExactly("RCPT TO:<ana@example.com> NOTIFY=FAILURE,DELAY ORCPT=rfc822;ana@example.com");
        }
    }

    @Test
    void whereItIsNotOfferedOrThereIsNoIdNothingIsSaidOfReports() {
        try (ObligingRelay plain = new ObligingRelay();
                ObligingRelay full = new ObligingRelay("DSN")) {
            submit(plain, new Envelope(NEWS, ANA, "abc234"), MAIL);
            submit(full, new Envelope(NEWS, ANA, null), MAIL);

            for (ObligingRelay relay : List.of(plain, full)) {
                assertThat(relay.commands("MAIL")).containsExactly("MAIL FROM:<news@clinic.example>");
                assertThat(relay.commands("RCPT")).containsExactly("RCPT TO:<ana@example.com>");
            }
        }
    }

    @Test
    void eachMessageOfAConnectionHasItsOwnParameters() {
        try (ObligingRelay relay = new ObligingRelay(ALL);
                RelayConnection connection = relay(relay, new Properties()).connect()) {
            submit(connection, new Envelope(NEWS, JOSE, "one"), "To: josé@example.com\r\n\r\nhello\r\n");
            submit(connection, new Envelope(NEWS, ANA, null), MAIL);

            assertThat(relay.commands("MAIL"))
                    .containsExactly(
                            "MAIL FROM:<news@clinic.example> SMTPUTF8 BODY=8BITMIME SIZE=32 RET=HDRS ENVID=one",
                            "MAIL FROM:<news@clinic.example> SIZE=21");
            assertThat(relay.commands("RCPT"))
                    .containsExactly(
                            "RCPT TO:<josé@example.com> NOTIFY=FAILURE,DELAY ORCPT=utf-8;jos\\x{E9}@example.com",
                            "RCPT TO:<ana@example.com>");
        }
    }

    @Test
    void sevenBitMailNeedsNoExtension() {
        try (ObligingRelay relay = new ObligingRelay("8BITMIME", "SMTPUTF8")) {
            submit(relay, new Envelope(NEWS, ANA, null), MAIL);

            assertThat(relay.commands("MAIL")).containsExactly("MAIL FROM:<news@clinic.example>");
        }
    }

    @Test
    void whatTheConfigurationTellsAngusDoesNotMixWithIt() {
        Properties properties = new Properties();
        properties.put("mail.smtp.dsn.ret", "FULL");
        properties.put("mail.smtp.dsn.notify", "SUCCESS");
        properties.put("mail.smtp.mailextension", "XFOO=1");
        properties.put("mail.smtp.chunksize", "100");
        properties.put("mail.mime.allowutf8", "false");
        try (ObligingRelay relay = new ObligingRelay(ALL);
                RelayConnection connection = relay(relay, properties).connect()) {
            submit(connection, new Envelope(NEWS, JOSE, null), MAIL);

            assertThat(relay.commands("MAIL")).containsExactly("MAIL FROM:<news@clinic.example> SMTPUTF8 SIZE=21");
            assertThat(relay.commands("RCPT")).containsExactly("RCPT TO:<josé@example.com>");
            assertThat(relay.commands("DATA")).hasSize(1);
            assertThat(relay.commands("BDAT")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "ana+tag@example.com | rfc822;ana+2Btag@example.com",
                "a=b@example.com | rfc822;a+3Db@example.com",
                "o'hara&co@example.com | rfc822;o'hara&co@example.com",
                "a\\b@example.com | rfc822;a\\b@example.com",
                "\"a b\"@example.com | rfc822;\"a+20b\"@example.com",
                "rené+x=1\\@example.com | utf-8;ren\\x{E9}\\x{2B}x\\x{3D}1\\x{5C}@example.com",
                "用户@example.com | utf-8;\\x{7528}\\x{6237}@example.com",
                "😀@example.com | utf-8;\\x{1F600}@example.com",
            })
    void anAddressIsWrittenSoThatAParameterCanHoldIt(String address, String written) {
        int at = address.lastIndexOf('@');
        assertThat(Xtext.of(new EmailAddress(address.substring(0, at), address.substring(at + 1))))
                .isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "é", "用"})
    void theLongestAddressFitsIntoItsParameter(String letter) {
        String local = letter.repeat(64 / letter.getBytes(StandardCharsets.UTF_8).length);
        EmailAddress address = new EmailAddress(local, "d".repeat(63 * 3 - 8) + ".example");

        assertThat(Xtext.of(address)).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void anIdIsWrittenTheSameWayAndNeverLongerThanReportsCanHold() {
        try (ObligingRelay relay = new ObligingRelay("DSN")) {
            submit(relay, new Envelope(NEWS, ANA, "a+b = c"), MAIL);

            assertThat(relay.commands("MAIL"))
                    .containsExactly("MAIL FROM:<news@clinic.example> RET=HDRS ENVID=a+2Bb+20+3D+20c");
        }
        assertThat(new Envelope(NEWS, ANA, "x".repeat(100)).id()).hasSize(100);
        for (String id : new String[] {"", "x".repeat(101), "+".repeat(34), "é", "a\r\nRSET"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Envelope(NEWS, ANA, id));
        }
    }

    @Test
    void tellsNobodyOfWhomItIs() {
        assertThat(new Envelope(NEWS, ANA, "abc234")).hasToString("Envelope[…]");
    }

    @Test
    void aSenderWhoNeedsSmtpUtf8IsTheRelaysTroubleWhereItIsNotOffered() {
        try (ObligingRelay relay = new ObligingRelay("8BITMIME")) {
            assertThat(submit(relay, new Envelope(NEWS, ANA, null), "From: josé@clinic.example\r\n\r\nhello\r\n"))
                    .isInstanceOfSatisfying(Troubled.class, troubled -> {
                        assertThat(troubled.trouble().kind()).isEqualTo(Kind.REFUSED);
                        assertThat(troubled.trouble().mayPass()).isFalse();
                        assertThat(troubled.trouble().sentence()).contains("mailround.from");
                    });
            assertThat(relay.commands("MAIL")).isEmpty();
        }
    }

    @Test
    void aMailThatIsTooBigIsRefusedByItselfAndTheNextOneGoes() {
        try (ObligingRelay relay = new ObligingRelay("SIZE 1000");
                RelayConnection connection = relay(relay, new Properties()).connect()) {
            assertThat(submit(connection, new Envelope(NEWS, ANA, null), MAIL + "x".repeat(980)))
                    .isEqualTo(new Refused(new SmtpReply(
                            552, "5.3.4", "this mail is 1001 octets long, and the relay takes none longer than 1000")));
            assertThat(submit(connection, new Envelope(NEWS, ANA, null), MAIL)).isInstanceOf(Accepted.class);

            assertThat(relay.commands("MAIL")).containsExactly("MAIL FROM:<news@clinic.example> SIZE=21");
            assertThat(relay.commands("EHLO")).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SIZE, MAIL, 552 5.3.4 Message size exceeds fixed limit",
        "SIZE 0, MAIL, 552 Message size exceeds maximum permitted",
        "SIZE, ., 552 5.3.4 Message too big",
        "DSN, MAIL, 552 5.3.4 Message too big",
    })
    void aRelayThatFindsItTooBigIsAskedAgainForOthers(String extension, String command, String reply) {
        try (ObligingRelay relay = new ObligingRelay(extension);
                RelayConnection connection = relay(relay, new Properties()).connect()) {
            relay.answer(command, reply);
            assertThat(submit(connection, new Envelope(NEWS, ANA, null), MAIL))
                    .isEqualTo(new Refused(Objects.requireNonNull(SmtpReply.parse(reply))));
            assertThat(connection.isOpen()).isTrue();

            relay.answer(command, "250 2.0.0 fine");
            assertThat(submit(connection, new Envelope(NEWS, ANA, null), MAIL)).isInstanceOf(Accepted.class);
            assertThat(relay.commands("EHLO")).hasSize(1);
        }
    }

    @Test
    void aFullSendersMailboxIsNoFaultOfTheMessage() {
        try (ObligingRelay relay = new ObligingRelay("SIZE")) {
            relay.answer("MAIL", "552 5.2.2 over quota");

            assertThat(submit(relay, new Envelope(NEWS, ANA, null), MAIL)).isInstanceOf(Troubled.class);
        }
    }

    private static Submission submit(ObligingRelay relay, Envelope envelope, String mail) {
        try (RelayConnection connection = relay(relay, new Properties()).connect()) {
            return submit(connection, envelope, mail);
        }
    }

    private static Submission submit(RelayConnection connection, Envelope envelope, String mail) {
        return connection.submit(envelope, mail.getBytes(StandardCharsets.UTF_8), FinalDot.UNWATCHED);
    }

    private static SmtpRelay relay(ObligingRelay relay, Properties properties) {
        return new SmtpRelay(
                "127.0.0.1",
                relay.port(),
                false,
                null,
                null,
                properties,
                SmtpRelay.FINAL_DOT_TIMEOUT,
                "127.0.0.1:" + relay.port());
    }
}
