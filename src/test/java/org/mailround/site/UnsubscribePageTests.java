package org.mailround.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestRelay;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.delivery.LeavingReason;
import org.mailround.delivery.LeavingReasons;
import org.mailround.report.Report;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Subscriptions;
import org.mailround.subscriber.Suppressions;
import org.mailround.token.Purpose;
import org.subethamail.smtp.RejectException;

@ParameterizedClass
@EnumSource
class UnsubscribePageTests {

    private static final String MULTIPART = """
            --b\r
            Content-Disposition: form-data; name="List-Unsubscribe"\r
            \r
            One-Click\r
            --b--\r
            """;

    @Parameter
    Database database;

    @TempDir
    Path home;

    PublicHouse site;

    @BeforeEach
    void open() {
        site = new PublicHouse(database, home);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void oneClickWorksInBothEncodingsWithoutCookieOrRedirect() {
        site.send();
        for (var body : Map.of(
                        "ana@example.com", List.of(PublicHouse.FORM, "List-Unsubscribe=One-Click"),
                        "ben@example.com", List.of("multipart/form-data; boundary=b", MULTIPART))
                .entrySet()) {
            String page = site.path(Purpose.UNSUBSCRIBE, body.getKey());

            HttpResponse<String> answer =
                    site.post(page, body.getValue().get(0), body.getValue().get(1));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("You have left the newsletter").contains("That was a mistake");
            assertThat(site.lists(body.getKey())).allMatch(list -> list.endsWith(": unsubscribed"));
        }
    }

    @Test
    void noBodyHoweverBrokenKeepsAnybodyOnAList() {
        site.send();
        String page = site.path(Purpose.UNSUBSCRIBE, "ana@example.com");
        String undo = page + "/undo";

        assertThat(site.post(page).statusCode()).isEqualTo(200);
        assertThat(site.lists("ana@example.com")).containsExactly("back-care: unsubscribed", "news: unsubscribed");
        for (String type : List.of("multipart/form-data", "application/json", "text/xml/x", PublicHouse.FORM)) {
            site.post(undo);
            assertThat(site.lists("ana@example.com")).containsExactly("back-care: confirmed", "news: confirmed");
            assertThat(site.post(page, type, "%%%&=").statusCode()).as(type).isEqualTo(200);
            assertThat(site.lists("ana@example.com")).containsExactly("back-care: unsubscribed", "news: unsubscribed");
        }
    }

    @Test
    void whoClicksWhileItIsSentGetsNoMail() {
        AtomicBoolean first = new AtomicBoolean(true);
        StringBuilder left = new StringBuilder();
        site.relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                if (recipient.equals("ana@example.com") && first.getAndSet(false)) {
                    throw new RejectException(451, "4.3.0 later");
                }
                if (recipient.equals("ben@example.com")) {
                    left.append(site.post(site.path(Purpose.UNSUBSCRIBE, "ana@example.com"))
                            .statusCode());
                }
            }
        });

        Report report = site.send();

        assertThat(left).hasToString("200");
        assertThat(site.relay.recipients()).containsExactly("ben@example.com");
        assertThat(report.suppressed()).isEqualTo(1);
        assertThat(report.accepted()).isEqualTo(1);
    }

    @Test
    void onlyTheListsOfTheMailAreLeft() {
        site.house.get(Rounds.class).run(new Mission.Digest("weekly-digest"));
        long edition = site.one("select max(id) from edition");
        site.change(
                "insert into edition_list (edition_id, list_id) select ?, id from mailing_list where name = 'news'",
                edition);

        site.post(site.path(Purpose.UNSUBSCRIBE, "ana@example.com"));

        assertThat(site.lists("ana@example.com")).containsExactly("back-care: confirmed", "news: unsubscribed");
    }

    @Test
    void undoBringsBackExactlyWhatWasLeftByThisLink() {
        site.send();
        site.change("update subscription set state = 'unsubscribed' where subscriber_id ="
                + " (select id from subscriber where address = 'ana@example.com')"
                + " and list_id = (select id from mailing_list where name = 'news')");
        String page = site.path(Purpose.UNSUBSCRIBE, "ana@example.com");

        site.post(page);
        site.post(page);
        assertThat(site.post(page + "/undo").body()).contains("You stay on the list");

        assertThat(site.lists("ana@example.com")).containsExactly("back-care: confirmed", "news: unsubscribed");
        assertThat(site.lists("ben@example.com")).containsExactly("back-care: confirmed");
    }

    @Test
    void undoBringsNobodyBackWhoIsSuppressed() {
        site.send();
        String page = site.path(Purpose.UNSUBSCRIBE, "ana@example.com");
        site.post(page);
        site.house.get(Suppressions.class).suppress(EmailAddress.parse("ana@example.com"), "complaint");

        site.post(page + "/undo");

        assertThat(site.lists("ana@example.com")).containsExactly("back-care: unsubscribed", "news: unsubscribed");
    }

    @Test
    void undoBringsNobodyBackWhoLeftInAnotherWayToo() {
        site.send();
        String page = site.path(Purpose.UNSUBSCRIBE, "ben@example.com");
        site.post(page);
        site.house
                .get(Subscriptions.class)
                .unsubscribeFromAll(site.one("select id from subscriber where address = 'ben@example.com'"));

        site.post(page + "/undo");

        assertThat(site.lists("ben@example.com")).containsExactly("back-care: unsubscribed");
    }

    @Test
    void whatIsPendingIsNotLeftAndSoNotConfirmedByUndo() {
        site.send();
        site.change("update subscription set state = 'pending' where subscriber_id ="
                + " (select id from subscriber where address = 'ben@example.com')");
        String page = site.path(Purpose.UNSUBSCRIBE, "ben@example.com");

        site.post(page);
        site.post(page + "/undo");

        assertThat(site.lists("ben@example.com")).containsExactly("back-care: pending");
    }

    @Test
    void aRelayMayFoldTheCaseOfALink() {
        site.send();
        String token = site.token(
                Purpose.UNSUBSCRIBE, site.one("select id from delivery where address = ?", "ben@example.com"));

        site.post("/unsubscribe/" + token.toUpperCase(Locale.ROOT));

        assertThat(site.lists("ben@example.com")).containsExactly("back-care: unsubscribed");
    }

    @Test
    void testCopiesAndPreviewsChangeNothing() {
        site.send();
        var before = site.books();

        for (long id : new long[] {0, -1, Long.MIN_VALUE}) {
            assertThat(site.post(site.path(Purpose.UNSUBSCRIBE, id)).statusCode())
                    .isEqualTo(200);
        }

        assertThat(site.books()).isEqualTo(before);
    }

    @Test
    void whoSaysWhyMaySayItOtherwiseAndWhoStaysHasSaidNothing() {
        Report report = site.send();
        String page = site.path(Purpose.UNSUBSCRIBE, "ana@example.com");
        LeavingReasons reasons = site.house.get(LeavingReasons.class);
        site.post(page);

        assertThat(site.post(page + "/reason", PublicHouse.FORM, "comment=").body())
                .contains("Thank you");
        assertThat(reasons.counts(edition(report))).isEmpty();
        site.post(page + "/reason", PublicHouse.FORM, "reason=nonsense");
        assertThat(reasons.counts(edition(report))).isEmpty();
        site.post(page + "/reason", PublicHouse.FORM, "reason=too-many&comment=Daily%0D%0Ais%00 <b>much</b>");
        site.post(page + "/reason", PublicHouse.FORM, "comment=" + "x".repeat(600));

        assertThat(reasons.counts(edition(report))).isEqualTo(Map.of(LeavingReason.OTHER, 1L));
        assertThat(reasons.comments(edition(report), 9)).containsExactly("x".repeat(500));
        site.post(page + "/reason", PublicHouse.FORM, "reason=too-many&comment=Daily%0D%0Ais%00%20<b>much</b>");
        assertThat(reasons.counts(edition(report))).isEqualTo(Map.of(LeavingReason.TOO_MANY, 1L));
        assertThat(reasons.comments(edition(report), 9)).containsExactly("Daily is <b>much</b>");
        assertThat(site.lists("ana@example.com")).allMatch(list -> list.endsWith(": unsubscribed"));

        site.post(page + "/undo");

        assertThat(reasons.counts(edition(report))).isEmpty();
    }

    @Test
    void whoIsNotInTheFilesAnyMoreAndLeavesIsOffForGood() {
        site.send();
        site.change("update subscription set state = 'unsubscribed', dropped = true where subscriber_id ="
                + " (select id from subscriber where address = 'ben@example.com')");
        String page = site.path(Purpose.UNSUBSCRIBE, "ben@example.com");

        site.post(page);
        site.post(page + "/undo");

        assertThat(site.lists("ben@example.com")).containsExactly("back-care: unsubscribed");
        assertThat(site.one("select count(*) from subscription where dropped")).isZero();
    }

    @Test
    void thePagesAreInTheLanguageOfThePersonOrElseOfTheBrowser() {
        site.send();
        site.change("update subscriber set language = 'de-AT' where address = 'ana@example.com'");

        assertThat(site.get(site.path(Purpose.UNSUBSCRIBE, "ana@example.com"), "es")
                        .body())
                .contains("<html lang=\"de\"", "Diesen Newsletter abbestellen?");
        assertThat(site.get(site.path(Purpose.UNSUBSCRIBE, "ben@example.com"), "es-MX, en;q=0.5")
                        .body())
                .contains("<html lang=\"es\"", "¿Desea dejar de recibir este boletín?");
    }

    private static long edition(Report report) {
        return Objects.requireNonNull(report.edition());
    }
}
