package org.mailround.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write is a letter, whatever they write of; and whoever has a token may leave. */
class LetterTests {

    private static final String TOKEN = "aBcDeFgHiJkLmNoPqRsTuVwXyZ234567aBcDeFg";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bounce castle on Saturday | Is there one?",
                "Undeliverable | My aunt's letter could not be delivered: user unknown.",
                "Returned mail | I sent you a parcel, and it was returned to sender.",
                "Auto repair | Where may I park?",
                "Holiday | I will be away until June; please send nothing.",
                "Vacation in May | Which vaccines do I need?",
                "Read | I am on holiday and read it at the sea.",
                "Confirm | Please confirm that you are open. Is it one time only?",
                "Spam report | Please stop.",
                "Out of office hours | Whom do I call?",
                "Re: Automatic reply: News | Thank you, but when are you back?",
                "Urlaub | Ich bin im Urlaub.",
                "Zustellung | Wann kommt das Rezept?",
            })
    void isReadByAPersonWhateverItIsAbout(String subject, String text) {
        assertThat(judge("Return-Path: <ana@example.org>\nFrom: Ana <ana@bounces.example>\nSubject: " + subject + "\n\n"
                        + text + "\n"))
                .isEqualTo(BounceClass.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Out of office: News",
                "Automatic reply: News",
                "Abwesenheitsnotiz",
                "Automatische Antwort: Neues",
                "Respuesta automática: Noticias",
                "[Auto-Reply] News",
                "AUTO: Ana is out of the office (returning 3 May)",
            })
    void whatOnlyMachinesWriteIsAnAutomaticAnswer(String subject) {
        assertThat(judge("From: Ana <ana@example.org>\nSubject: " + subject + "\n\nBack on Monday.\n"))
                .isEqualTo(BounceClass.AUTOREPLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: ana@example.org",
                "From: ana@example.org\nAuto-Submitted: auto-generated",
                "From: ana@example.org\nReturn-Path: <>",
                "From: postmaster@example.org",
                "From: leave-bounces@example.org\nPrecedence: bulk",
                "X-Failed-Recipients: ana@example.org",
                "Content-Type: multipart/report; boundary=b",
            })
    void whoeverHasATokenMayLeave(String headers) {
        for (String subject :
                new String[] {"unsubscribe ", "Unsubscribe: ", "Re: unsubscribe ", "[news] Fwd: unsubscribe "}) {
            assertThat(judge(headers + "\nSubject: " + subject + TOKEN + "\n\nThis was sent by a machine.\n"))
                    .isEqualTo(BounceClass.UNSUBSCRIBE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "me", "abc", TOKEN + "x"})
    void withoutATokenPeopleAloneMayLeave(String rest) {
        assertThat(judge("From: ana@example.org\nSubject: unsubscribe " + rest + "\n\nx\n"))
                .isEqualTo(BounceClass.UNSUBSCRIBE);
        assertThat(judge("From: ana@example.org\nAuto-Submitted: auto-replied\nSubject: unsubscribe " + rest
                        + "\n\nx\n"))
                .isEqualTo(BounceClass.AUTOREPLY);
    }

    @Test
    void anOldServersTextIsAReportByWhoSentIt() {
        String text = "Subject: failure notice\n\n<bea@example.org>:\nSorry, no mailbox here by that name.\n";

        assertThat(judge("From: MAILER-DAEMON@example.org\n" + text)).isEqualTo(BounceClass.HARD);
        assertThat(judge("From: bea@example.org\n" + text)).isEqualTo(BounceClass.UNKNOWN);
    }

    private static BounceClass judge(String message) {
        return MessageJudge.judge(Incoming.of(message.getBytes(StandardCharsets.UTF_8)))
                .get(0)
                .judgement()
                .bounceClass();
    }
}
