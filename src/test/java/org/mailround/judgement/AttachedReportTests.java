package org.mailround.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A report that is attached to a message says nothing of whoever sent that message, nor of whom it was for. */
class AttachedReportTests {

    private static final String FIELDS = """
            Reporting-MTA: dns;mx.example.net

            Final-Recipient: rfc822;bea@example.org
            Action: failed
            Status: 5.1.1

            """;

    private static final String PART = "Content-Type: message/delivery-status\n\n" + FIELDS;

    private static final String BOUNCE = """
            Return-Path: <>
            From: MAILER-DAEMON@mx.example.net
            Subject: Undelivered Mail Returned to Sender
            Content-Type: multipart/report; report-type=delivery-status; boundary=in

            --in

            bea@example.org: user unknown
            --in
            """ + PART + "--in--\n";

    private static final String PERSON = "Return-Path: <ana@example.org>\nFrom: Ana <ana@example.org>\n"
            + "Subject: Fwd: Undelivered Mail Returned to Sender\n";

    @Test
    void isALetterWhereAPersonAttachesIt() {
        assertThat(judge(PERSON + mixed("Content-Type: message/rfc822\n\n" + BOUNCE)))
                .containsOnly(BounceClass.UNKNOWN);
    }

    @Test
    void isALetterWhereAPersonAttachesItsPart() {
        assertThat(judge(PERSON + mixed(PART))).containsOnly(BounceClass.UNKNOWN);
    }

    @Test
    void isALetterWhereAPersonQuotesIt() {
        assertThat(judge(PERSON + "\nWhat is this?\n\n" + FIELDS)).containsOnly(BounceClass.UNKNOWN);
        assertThat(judge(PERSON + "\nWhat is this?\n\n" + BOUNCE)).containsOnly(BounceClass.UNKNOWN);
    }

    @Test
    void isNoComplaintWhereAPersonAttachesOne() {
        assertThat(judge(PERSON
                        + mixed("Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nVersion: 1\n"
                                + "User-Agent: x\nOriginal-Rcpt-To: bea@example.org\n\n")))
                .containsOnly(BounceClass.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "Return-Path: <>", "List-Id: <l.example.org>"})
    void makesNobodyHardWhereAMachineAttachesIt(String header) {
        assertThat(judge(header + "\nFrom: Ana <ana@example.org>\nSubject: Fwd: x\n"
                        + mixed("Content-Type: message/rfc822\n\n" + BOUNCE)))
                .doesNotContain(BounceClass.HARD);
    }

    @Test
    void countsWhereItIsTheMessagesOwn() {
        assertThat(judge(BOUNCE)).containsOnly(BounceClass.HARD);
        assertThat(judge("From: MAILER-DAEMON@mx.example.net\nSubject: x\n" + mixed(PART)))
                .containsOnly(BounceClass.HARD);
        assertThat(judge("From: MAILER-DAEMON@mx.example.net\nSubject: x\n\n" + FIELDS))
                .containsOnly(BounceClass.HARD);
    }

    private static String mixed(String part) {
        return "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=out\n\n--out\n\nWhat is this?\n--out\n"
                + part + "\n--out--\n";
    }

    private static List<BounceClass> judge(String message) {
        return MessageJudge.judge(Incoming.of(message.getBytes(StandardCharsets.UTF_8))).stream()
                .map(notification -> notification.judgement().bounceClass())
                .toList();
    }
}
