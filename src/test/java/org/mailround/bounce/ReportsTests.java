package org.mailround.bounce;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestRelay.Kept;
import org.mailround.mailbox.Disposal;
import org.mailround.report.Report;
import org.mailround.report.Reports;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Suppressions;
import org.mailround.token.Purpose;
import org.mailround.token.Tokens;

/** What follows from a report, once; and from one that nobody can believe, nothing. */
@ParameterizedClass
@EnumSource
class ReportsTests {

    private static final String ANA = "p001@example.com";

    private static final String UNKNOWN_USER = "550 5.1.1 <p001@example.com>: Recipient address rejected: User unknown";

    @Parameter
    Database database;

    @TempDir
    Path home;

    @SuppressWarnings("NullAway.Init") // each test opens its own
    BounceHouse bounces;

    void open(int people, String... properties) {
        bounces = new BounceHouse(database, home, people, properties);
    }

    @AfterEach
    void close() {
        bounces.close();
    }

    @Test
    void anUnknownUserIsSuppressedAndCountedByTheAddressThatTheReportCameTo() {
        open(3, BounceHouse.VERP);
        Report report = bounces.send();

        Kept mail = bounces.mailOf(ANA);
        Disposal disposal = bounces.take(
                BounceHouse.dsn(mail, mail.sender(), ANA, "<gone@mx.example>", "failed", "5.1.1", UNKNOWN_USER));

        assertThat(disposal).isEqualTo(Disposal.JUDGED);
        assertThat(bounces.suppressed(ANA)).contains("bounced");
        assertThat(bounces.suppressed("p002@example.com")).isEmpty();
        Report after = report(report);
        assertThat(after.bounced()).isOne();
        assertThat(after.accepted()).isEqualTo(3);
        assertThat(after.balanced()).isTrue();
        assertThat(bounces.send().suppressed()).isOne();
    }

    @Test
    void withoutAnAddressOfItsOwnTheMessageIdTellsTheMail() {
        open(2);
        Report report = bounces.send();

        bounces.take(BounceHouse.dsn(bounces.mailOf(ANA), "failed", "5.1.1", UNKNOWN_USER));

        assertThat(bounces.suppressed(ANA)).contains("bounced");
        assertThat(report(report).bounced()).isOne();
    }

    @Test
    void theEnvelopeIdTellsTheMailToo() {
        open(2);
        bounces.send();
        Kept mail = bounces.mailOf(ANA);
        String id = token(Purpose.ENVELOPE_SENDER, ANA);

        bounces.take(BounceHouse.dsn(mail, mail.sender(), ANA, "<gone@mx.example>", "failed", "5.1.1", UNKNOWN_USER)
                .replace(
                        "Reporting-MTA: dns; mx.example",
                        "Reporting-MTA: dns; mx.example\nOriginal-Envelope-Id: " + id));

        assertThat(bounces.suppressed(ANA)).contains("bounced");
    }

    @Test
    void aReportIsJudgedOnce() {
        open(2);
        bounces.send();
        String dsn = BounceHouse.dsn(bounces.mailOf(ANA), "failed", "5.1.1", UNKNOWN_USER);
        bounces.take(dsn);
        List<Map<String, Object>> books = bounces.books();

        assertThat(bounces.take(dsn)).isEqualTo(Disposal.JUDGED);

        assertThat(bounces.outcomes()).containsExactly("acted");
        assertThat(bounces.books()).isEqualTo(books);
    }

    @Test
    void whoeverHasNoTokenOfThatMailChangesNothing() {
        open(2, BounceHouse.VERP);
        bounces.send();
        Kept mail = bounces.mailOf(ANA);
        List<Map<String, Object>> books = bounces.books();
        String id = mail.messageId();
        String flipped = id.replace(id.charAt(30), id.charAt(30) == 'a' ? 'b' : 'a');
        String unsubscribe = "<" + token(Purpose.UNSUBSCRIBE, ANA) + "@riverside.clinic.example>";

        Stream.of("<none@mx.example>", flipped, unsubscribe).forEach(messageId -> {
            bounces.take(
                    BounceHouse.dsn(mail, "bounces@clinic.example", ANA, messageId, "failed", "5.1.1", UNKNOWN_USER));
            bounces.take(BounceHouse.complaint(mail, ANA, messageId)
                    .replace("To: " + mail.sender(), "To: bounces@clinic.example"));
        });

        assertThat(bounces.outcomes()).containsExactly("no-token", "no-token", "forged", "forged", "forged", "forged");
        assertThat(bounces.books()).isEqualTo(books);
    }

    @Test
    void aReportOnSomebodyElseChangesNothing() {
        open(2, BounceHouse.VERP);
        bounces.send();
        Kept mail = bounces.mailOf(ANA);
        List<Map<String, Object>> books = bounces.books();

        bounces.take(BounceHouse.dsn(
                mail,
                mail.sender(),
                "p002@example.com",
                mail.messageId(),
                "failed",
                "5.1.1",
                "550 5.1.1 User unknown"));
        bounces.take(BounceHouse.complaint(mail, "p002@example.com", mail.messageId()));
        // the tokens of two people in one report
        bounces.take(BounceHouse.dsn(
                mail,
                bounces.mailOf("p002@example.com").sender(),
                ANA,
                mail.messageId(),
                "failed",
                "5.1.1",
                UNKNOWN_USER));

        assertThat(bounces.outcomes()).containsOnly("other-recipient").hasSize(3);
        assertThat(bounces.books()).isEqualTo(books);
    }

    @Test
    void whoHasTheirMailSentOnToAnAddressThatIsGoneMayStillBeThere() {
        open(2);
        bounces.send();

        bounces.take(BounceHouse.dsn(bounces.mailOf(ANA), "failed", "5.1.1", "550 5.1.1 User unknown")
                .replace(
                        "Final-Recipient: rfc822; " + ANA,
                        "Original-Recipient: rfc822; " + ANA + "\nFinal-Recipient: rfc822; old-work@example.net"));

        assertThat(bounces.suppressed(ANA)).isEmpty();
        assertThat(bounces.one("select bounce_class from bounce")).isEqualTo("soft");
    }

    @Test
    void whoAttachesSomebodysReportToAnAnswerIsNotSuppressedForIt() {
        open(2);
        bounces.send();
        Kept mail = bounces.mailOf(ANA);

        Disposal disposal = bounces.take("""
                From: Ana <p001@example.com>
                To: %s
                Subject: Re: Your digest
                In-Reply-To: %s
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="outer"

                --outer
                Content-Type: text/plain

                My sister got this when she wrote to me. What does it mean?
                --outer
                Content-Type: message/rfc822

                %s
                --outer--
                """.formatted(
                        mail.sender(),
                        mail.messageId(),
                        BounceHouse.dsn(mail, "failed", "5.1.1", "550 5.1.1 <p001@example.com>: User unknown")));

        assertThat(bounces.suppressed(ANA)).isEmpty();
        assertThat(disposal).isEqualTo(Disposal.SET_ASIDE);
    }

    @Test
    void aReportOnAnOldMailChangesNothing() {
        open(2, BounceHouse.VERP);
        bounces.send();
        Kept mail = bounces.mailOf(ANA);
        List<Map<String, Object>> books = bounces.books();
        bounces.house.clock().advance(Duration.ofDays(31));

        bounces.take(BounceHouse.dsn(mail, "failed", "5.1.1", UNKNOWN_USER));
        bounces.take(BounceHouse.complaint(mail, ANA, mail.messageId()));

        assertThat(bounces.outcomes()).containsExactly("too-old", "too-old");
        assertThat(bounces.books()).isEqualTo(books);
    }

    @Test
    void whoComplainsIsNotMailedAgain() {
        open(2);
        Report report = bounces.send();
        Kept mail = bounces.mailOf(ANA);

        bounces.take(BounceHouse.complaint(mail, ANA, mail.messageId()));

        assertThat(bounces.suppressed(ANA)).contains("complaint");
        assertThat(report(report).complained()).isOne();
        assertThat(report(report).bounced()).isZero();
    }

    @Test
    void aProviderThatHidesTheAddressIsBelievedByTheToken() {
        open(2);
        bounces.send();
        Kept mail = bounces.mailOf(ANA);

        bounces.take(BounceHouse.complaint(mail, ANA, mail.messageId())
                .replace("Original-Rcpt-To: " + ANA + "\n", "")
                .replace("To: " + ANA + "\n", ""));

        assertThat(bounces.suppressed(ANA)).contains("complaint");
    }

    @Test
    void mailRefusedForWhatItIsIsNeverThePersonsFault() {
        open(2);
        Report report = bounces.send();

        bounces.take(BounceHouse.dsn(
                bounces.mailOf(ANA), "failed", "5.7.1", "550 5.7.1 Message rejected due to content: looks like spam"));

        assertThat(bounces.suppressed(ANA)).isEmpty();
        assertThat(report(report).bounced()).isOne();
        assertThat(bounces.one("select bounce_class from bounce")).isEqualTo("policy");
    }

    @Test
    void whatIsOnlyLateIsNoBounce() {
        open(2);
        Report report = bounces.send();
        List<Map<String, Object>> books = bounces.books();

        bounces.take(BounceHouse.dsn(
                bounces.mailOf(ANA), "delayed", "4.4.1", "connect to mx.example: Connection timed out"));

        assertThat(bounces.outcomes()).containsExactly("counted");
        assertThat(report(report).bounced()).isZero();
        assertThat(bounces.books()).isEqualTo(books);
    }

    @Test
    void aMailboxThatStaysFullIsSuppressedAfterFiveEditionsInARow() {
        open(2);
        for (int edition = 1; edition <= 5; edition++) {
            bounces.send();
            assertThat(bounces.suppressed(ANA))
                    .as("before edition %d came back", edition)
                    .isEmpty();
            full(ANA);
            bounces.house.clock().advance(Duration.ofDays(7));
        }

        assertThat(bounces.suppressed(ANA)).contains("bounced");
        assertThat(bounces.suppressed("p002@example.com")).isEmpty();
    }

    @Test
    void reportsThatComeAfterLaterEditionsWentOutCountAllTheSame() {
        open(2);
        for (int edition = 1; edition <= 6; edition++) {
            bounces.send();
            bounces.house.clock().advance(Duration.ofDays(4));
        }
        List<Kept> mails = bounces.relay.kept().stream()
                .filter(mail -> mail.recipient().equals(ANA))
                .toList();

        mails.subList(0, 5)
                .forEach(mail -> bounces.take(BounceHouse.dsn(mail, "failed", "4.4.1", "Connection timed out")));

        assertThat(bounces.suppressed(ANA)).contains("bounced");
    }

    @Test
    void oneEditionThatArrivedBeginsTheCountAnew() {
        open(2);
        for (int edition = 1; edition <= 6; edition++) {
            bounces.send();
            if (edition != 3) {
                full(ANA);
            }
            bounces.house.clock().advance(Duration.ofDays(7));
        }

        assertThat(bounces.suppressed(ANA)).isEmpty();
    }

    @Test
    void fiveEditionsInAWeekAreTooQuickToTell() {
        open(2);
        for (int edition = 1; edition <= 5; edition++) {
            bounces.send();
            full(ANA);
            bounces.house.clock().advance(Duration.ofDays(1));
        }

        assertThat(bounces.suppressed(ANA)).isEmpty();
    }

    @Test
    void aReportShowsThatTheRelayTookWhatNobodyKnewOf() {
        open(2);
        Report report = bounces.send();
        bounces.change("update delivery set state = 'uncertain' where address = ?", ANA);

        bounces.take(BounceHouse.dsn(bounces.mailOf(ANA), "failed", "5.1.1", UNKNOWN_USER));

        Report after = report(report);
        assertThat(after.uncertain()).isZero();
        assertThat(after.accepted()).isEqualTo(2);
        assertThat(after.bounced()).isOne();
    }

    @Test
    void aReportThatIsQuickerThanOurOwnBooksWaits() {
        open(2);
        bounces.send();
        String dsn = BounceHouse.dsn(bounces.mailOf(ANA), "failed", "5.1.1", UNKNOWN_USER);
        bounces.change("update delivery set state = 'claimed', settled_at = null where address = ?", ANA);

        assertThat(bounces.take(dsn)).isEqualTo(Disposal.LATER);
        assertThat(bounces.outcomes()).isEmpty();

        bounces.change(
                "update delivery set state = 'accepted', settled_at = ? where address = ?",
                java.sql.Timestamp.from(bounces.house.clock().instant()),
                ANA);
        assertThat(bounces.take(dsn)).isEqualTo(Disposal.JUDGED);
        assertThat(bounces.suppressed(ANA)).contains("bounced");
    }

    @Test
    void staffWhoLetMailGoToAnAddressAgainAreNotOverruledByOldMail() {
        open(2);
        bounces.send();
        Kept first = bounces.mailOf(ANA);
        bounces.take(BounceHouse.dsn(first, "failed", "5.1.1", UNKNOWN_USER));
        bounces.house.clock().advance(Duration.ofHours(1));
        Suppressions suppressions = bounces.house.get(Suppressions.class);
        suppressions.lift(suppressions.find(EmailAddress.parse(ANA)).orElseThrow());

        bounces.take(BounceHouse.dsn(first, "failed", "5.1.1", UNKNOWN_USER + " again"));
        assertThat(bounces.suppressed(ANA)).isEmpty();

        bounces.house.clock().advance(Duration.ofHours(1));
        bounces.send();
        bounces.take(BounceHouse.dsn(bounces.mailOf(ANA), "failed", "5.1.1", UNKNOWN_USER));
        assertThat(bounces.suppressed(ANA)).contains("bounced");
    }

    @Test
    void whoWritesTheTokenOfAMailLeavesItsLists() {
        open(2);
        bounces.send();
        String token = token(Purpose.UNSUBSCRIBE, ANA);

        assertThat(bounces.take(unsubscribe(token.toUpperCase(java.util.Locale.ROOT))))
                .isEqualTo(Disposal.JUDGED);

        assertThat(state(ANA)).isEqualTo("unsubscribed");
        assertThat(state("p002@example.com")).isEqualTo("confirmed");
        assertThat(bounces.outcomes()).containsExactly("acted");
    }

    @Test
    void whoWritesNoTokenIsForAPersonToFind() {
        open(2);
        bounces.send();

        assertThat(bounces.take(unsubscribe("please"))).isEqualTo(Disposal.SET_ASIDE);
        assertThat(bounces.take(unsubscribe("a".repeat(39)))).isEqualTo(Disposal.SET_ASIDE);

        assertThat(state(ANA)).isEqualTo("confirmed");
        assertThat(bounces.outcomes()).containsExactly("no-token", "forged");
    }

    @Test
    void anAutomaticAnswerIsNoBounce() {
        open(2);
        bounces.send();
        Kept mail = bounces.mailOf(ANA);
        List<Map<String, Object>> books = bounces.books();

        bounces.take("""
                From: %s
                To: %s
                Subject: Out of office: Your digest
                Auto-Submitted: auto-replied
                In-Reply-To: %s

                I am away until Monday. The user unknown to you is my deputy.
                """.formatted(ANA, mail.sender(), mail.messageId()));

        assertThat(bounces.outcomes()).containsExactly("counted");
        assertThat(bounces.books()).isEqualTo(books);
    }

    @Test
    void whatNobodyCanReadIsSetAside() {
        open(2);
        assertThat(bounces.take("Dear clinic,\n\nmay I bring my dog?\n")).isEqualTo(Disposal.SET_ASIDE);
    }

    @Test
    void anEditionOfWhichManyComeBackIsPausedOnce() {
        open(40);
        Report report = bounces.send();
        bounces.change("update edition set state = 'sending', finished_at = null");
        bounces.relay.kept().stream()
                .limit(20)
                .forEach(mail -> bounces.take(BounceHouse.dsn(mail, "failed", "5.1.1", "550 5.1.1 User unknown")));

        bounces.house.get(RateWatch.class).look(requireNonNull(report.edition()));

        assertThat(report(report).state()).isEqualTo("paused");
        assertThat(bounces.one("select sentence from notice where kind = 'edition-paused'"))
                .contains("20 of 40", "resume " + report.edition());
        bounces.change("update edition set state = 'sending'");
        bounces.house.get(RateWatch.class).look(requireNonNull(report.edition()));
        assertThat(report(report).state()).isEqualTo("sending");
    }

    private Report report(Report before) {
        return bounces.house
                .get(Reports.class)
                .find(Objects.requireNonNull(before.edition()))
                .orElseThrow();
    }

    private void full(String address) {
        bounces.take(BounceHouse.dsn(
                bounces.mailOf(address), "failed", "5.2.2", "552 5.2.2 <" + address + ">: Mailbox is full"));
    }

    private String token(Purpose purpose, String address) {
        Tokens tokens = bounces.house.get(Tokens.class);
        return tokens.sign(
                tokens.currentKey(),
                purpose,
                Long.parseLong(bounces.one("select max(id) from delivery where address = ?", address)));
    }

    private String state(String address) {
        return bounces.one(
                "select n.state from subscription n join subscriber s on s.id = n.subscriber_id where s.address = ?",
                address);
    }

    private static String unsubscribe(String token) {
        return """
                From: Ana at home <ana@elsewhere.example>
                To: bounces@clinic.example
                Subject: unsubscribe %s

                """.formatted(token);
    }
}
