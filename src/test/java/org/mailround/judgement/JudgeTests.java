package org.mailround.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.rfc.SmtpReply;

/** A refusal is judged by its words, and by its codes where the words say nothing. */
class JudgeTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.1 <anna@example.org>: user unknown | unknown-user",
                "550 No such user here | unknown-user",
                "550 5.7.1 no mailbox found | unknown-user",
                "550 User <anna@example.org> does not exist | unknown-user",
                "550 This user doesn't have an account here | unknown-user",
                "550 5.1.1 RESOLVER.ADR.RecipNotFound; not found | unknown-user",
                "550-5.1.1 The account you tried to 550-5.1.1 reach does not 550 5.1.1 exist | unknown-user",
                "550 utilisateur inconnu | unknown-user",
                "550 Empfänger anna@example.org unbekannt | unknown-user",
                "550 El usuario no existe | unknown-user",
                "550 usuário não existe | unknown-user",
                "550 utente sconosciuto | unknown-user",
                "550 Такого пользователя нет | unknown-user",
                "550 宛先不明 | unknown-user",
                "550 收件人不存在 | unknown-user",
                "550 Host unknown (Name server: nowhere.example: host not found) | unknown-host",
                "550 no such domain at this location | unknown-host",
                "551 5.1.6 anna has moved to another house | moved",
                "554 This account has been disabled or discontinued | disabled",
                "550 mailbox currently suspended | disabled",
                "550 Requested action not taken: mailbox unavailable | refused-address",
                "550 5.4.1 Recipient address rejected: Access denied | refused-address",
                "550 Destinatario inexistente | unknown-user",
                "550 Dirección inexistente | unknown-user",
                "541 5.4.1 Mail rejected by destination domain: recipient does not exist | unknown-user",
                "550 5.1.1 no such user; please check your contact list | unknown-user",
                "DNS Error: DNS type 'mx' lookup of gone.example responded with code NXDOMAIN | unknown-host",
                "DNS Error: Domain name not found: gone.example | unknown-host",
                "192.0.2.1 does not like recipient. Remote host said: 550 5.1.1 user unknown | unknown-user",
            })
    void judgesAsHardWhoIsNotThereAnyMore(String words, String reason) {
        Judgement judgement = Judge.of("failed", null, words);

        assertThat(judgement.bounceClass()).isEqualTo(BounceClass.HARD);
        assertThat(judgement.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 5.1.1 mailbox full | soft | full",
                "550 user unknown, as the mailbox is over quota | soft | full",
                "552 5.3.4 message size exceeds limit | soft | too-big",
                "450 4.1.1 user unknown | soft | try-later",
                "550 5.1.1 user unknown; blocked by our spam filter | policy | spam",
                "550 5.1.1 relaying denied: no such user | policy | relaying",
                "554 5.1.1 your address is on a blacklist | policy | blocked",
                "550 5.1.1 sender address rejected: domain not found | policy | sender-refused",
                "550 5.7.26 unauthenticated mail is not accepted | policy | authentication",
                "550 5.7.1 Recipient address rejected: Access denied | policy | policy",
                "554 too many messages from your host, user unknown | policy | rate-limited",
                "550 Unknown user (in reply to end of DATA command) | policy | filtered",
                "550 5.1.1 address not found (in reply to MAIL FROM command) | policy | sender-refused",
                "450 4.2.0 greylisted, try again later | soft | try-later",
                "host or domain name not found: host not found, try again | soft | try-later",
                "556 5.1.10 recipient domain has a null MX | soft | no-mail-here",
                "550 something went amiss | soft | failed",
                "192.0.2.1 does not like sender. Remote host said: 550 5.1.1 user unknown | policy | sender-refused",
                "192.0.2.1 said after greeting failed: 550 no such host in the allow list | policy | blocked",
                "but my name was rejected. Remote host said: 550 host not found | policy | blocked",
                "550 5.1.1 unknown sender | policy | sender-refused",
                "550 the sender does not exist | policy | sender-refused",
                "550 5.7.1 EHLO: host not found | policy | blocked",
                "550 helo host name not found | policy | blocked",
                "550 5.1.1 refused: your domain does not exist in the DNS | policy | sender-refused",
                "550 sending domain not found | policy | sender-refused",
                "550 you do not exist in the contact list | policy | filtered",
                "550 sender is not in my contacts, user unknown | policy | sender-refused",
                "550 mailbox temporarily locked | soft | try-later",
                "550 cuenta temporalmente suspendida | soft | try-later",
                "550 mailbox unavailable or access denied [192.0.2.7] | policy | policy",
                "host name not found in its certificate | policy | tls",
                "535 5.7.8 authentication failed: user not found | policy | authentication",
                "550 no such user in From header | policy | content",
                "550 mailbox suspended because of spam | policy | spam",
                "DNS Error: DNS type 'mx' lookup of x.example responded with code SERVFAIL | soft | network",
            })
    void judgesNobodyAsHardWhoMayBeThere(String words, String bounceClass, String reason) {
        Judgement judgement = Judge.of("failed", null, words);

        assertThat(judgement.bounceClass().label()).isEqualTo(bounceClass);
        assertThat(judgement.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "5.1.1, unknown-user",
        "5.1.2, unknown-host",
        "5.1.6, moved",
        "5.2.2, full",
        "5.3.4, too-big",
        "5.7.1, policy",
        "4.1.1, try-later",
        "4.4.7, expired",
        "4.2.2, full",
        "5.0.0, failed",
        "5.2.1, failed"
    })
    void goesByTheStatusWhereThereAreNoWords(String status, String reason) {
        assertThat(Judge.of("failed", status, null).reason()).isEqualTo(reason);
    }

    @Test
    void calledDelayedIsDelayedWhateverElseIsSaid() {
        assertThat(Judge.of("delayed", "4.1.1", "550 user unknown").bounceClass())
                .isEqualTo(BounceClass.DELAYED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivered", "relayed", "expanded"})
    void whatArrivedIsNoBounce(String action) {
        assertThat(Judge.of(action, "2.0.0", "250 ok"))
                .extracting(Judgement::bounceClass, Judgement::reason)
                .containsExactly(BounceClass.UNKNOWN, "delivered");
    }

    @Test
    void aRelaysReplyIsJudgedLikeAReport() {
        Judgement judgement = Judge.ofReply(new SmtpReply(550, "5.1.1", "User unknown"));

        assertThat(judgement).isEqualTo(Judge.of(null, "5.1.1", "550 5.1.1 User unknown"));
        assertThat(judgement.bounceClass()).isEqualTo(BounceClass.HARD);
    }

    @Test
    void theOtherServersCodeCountsForMoreThanTheReportsOwn() {
        assertThat(Judge.of("failed", "4.0.0", "550 user unknown").bounceClass())
                .isEqualTo(BounceClass.HARD);
    }

    @Test
    void theWordsAreToldOnOneLine() {
        assertThat(Judge.of("failed", "5.1.1", "550 user\r\n   unknown").diagnostic())
                .isEqualTo("550 user unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.1.1234", "5.1.1.1.1", "5.1111.1", "5..1", "3.1.1", "5.1", "999.999.9999", "x", ""})
    void whatIsNoStatusIsNone(String status) {
        assertThat(Judge.of("failed", status, "the mail could not go there").status())
                .isNull();
    }

    @Test
    void theReasonAndTheWordsAreNoLongerThanCanBeKept() {
        Judgement judgement = new Judgement(BounceClass.SOFT, "x".repeat(41), null, "\ud83d\ude00".repeat(600));

        assertThat(judgement.reason()).hasSize(40);
        assertThat(judgement.diagnostic()).hasSizeLessThanOrEqualTo(1_000).endsWith("\ude00…");
    }

    @Test
    void namesOfHostsAndPeopleAreNoWords() {
        assertThat(Judge.of("failed", "5.2.2", "550 <spam@user-unknown.example> at virus.blacklist.example")
                        .reason())
                .isEqualTo("full");
    }
}
