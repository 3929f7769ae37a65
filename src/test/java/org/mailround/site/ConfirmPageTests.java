package org.mailround.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.TestRelay.Kept;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.OldRequests;
import org.mailround.subscriber.Suppressions;
import org.mailround.token.Purpose;

/** The second yes, and what becomes of those who said it, or did not. */
@ParameterizedClass
@EnumSource
class ConfirmPageTests {

    private static final String CARA = "cara@example.com";
    private static final String BEN = "ben@example.com";

    @Parameter
    Database database;

    @TempDir
    Path home;

    PublicHouse site;

    @BeforeEach
    void open() {
        site = new PublicHouse(database, home);
        site.send();
        site.relay.forget();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void nobodyIsASubscriberBeforeAButtonIsPressed() throws Exception {
        String page = asked(CARA);

        assertThat(site.get(page).body()).contains("Yes, send it to me");
        assertThat(site.one("select count(*) from subscriber where canonical = ?", CARA))
                .isZero();
        assertThat(site.post(page).body()).contains("You are on the list");
        assertThat(site.post(page).statusCode()).isEqualTo(200);

        assertThat(site.lists(CARA)).containsExactly("news: confirmed");
        assertThat(site.one(
                        "select count(*) from subscription where consent_source = 'subscribe page, confirmed by link'"
                                + " and consent_at = ? and consent_wording = 'Yes.' and imported = false",
                        site.house.clock().instant().atOffset(ZoneOffset.UTC)))
                .isOne();
    }

    @Test
    void theyAreWelcomedOnceByAMailWhoseLinksAreTheirs() throws Exception {
        String page = asked(CARA);
        site.post(page);
        site.answer();
        site.post(page);
        site.answer();

        assertThat(subjects()).containsExactly("Please confirm: News", "Welcome to News");
        TreeSet<String> links = PublicHouse.pathsIn(site.mailOf(CARA));
        String preferences = one(links, "/preferences/");
        String leave = one(links, "/unsubscribe/");
        assertThat(site.get(preferences).body()).contains("News");
        assertThat(site.post(leave).body()).contains("You have left");
        assertThat(site.lists(CARA)).containsExactly("news: unsubscribed");
        site.post(leave + "/undo");
        assertThat(site.lists(CARA)).containsExactly("news: confirmed");
        // each opens its own page alone
        assertThat(site.post("/unsubscribe/" + preferences.substring("/preferences/".length()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(site.lists(CARA)).containsExactly("news: confirmed");
    }

    @Test
    void thoseListsAloneThatWereAskedForAreConfirmedAndTakenBack() throws Exception {
        site.ask("ana@example.com");
        assertThat(subjects()).containsExactly("You get News already");

        String page = asked(BEN);
        site.post(page);
        assertThat(site.lists(BEN)).containsExactly("back-care: confirmed", "news: confirmed");
        assertThat(site.post(page + "/undo").body()).contains("You are not on the list");
        site.post(page);
        site.answer();
        assertThat(site.lists(BEN)).containsExactly("back-care: confirmed", "news: unsubscribed");
        assertThat(subjects()).containsExactly("You get News already", "Please confirm: News");

        site.house.clock().advance(Duration.ofDays(2));
        site.change("update subscription set state = 'confirmed' where state = 'unsubscribed'");
        site.post(asked("dan@example.com") + "/undo");
        assertThat(site.lists("dan@example.com")).isEmpty();
        assertThat(site.lists(BEN)).containsExactly("back-care: confirmed", "news: confirmed");
    }

    @Test
    void aQuestionIsOpenForSevenDaysAndThenForgotten() throws Exception {
        String page = asked(CARA);
        HttpResponse<String> inTime = site.get(page);

        site.house.clock().advance(Duration.ofDays(7));
        assertThat(site.get(page).body()).isEqualTo(inTime.body());
        assertThat(site.post(page).body()).contains("You are on the list");

        assertThat(site.lists(CARA)).isEmpty();
        Instant now = site.house.clock().instant();
        site.house
                .get(OldRequests.class)
                .forgetBefore(now.minus(Duration.ofDays(7)).plusSeconds(1));
        assertThat(site.one("select count(*) from subscription_request")).isZero();
        assertThat(site.one("select count(*) from single_mail")).isZero();
    }

    @Test
    void whatEndedAfterTheQuestionIsNotBroughtBackByItAndMayBeAskedForAnew() throws Exception {
        Suppressions suppressions = site.house.get(Suppressions.class);
        for (String reason : List.of("erased", "complaint")) {
            String address = reason + "@example.com";
            String page = asked(address);
            suppressions.suppress(EmailAddress.parse(address), reason);
            List<Map<String, Object>> before = site.books();

            assertThat(site.post(page).body()).contains("You are on the list");

            assertThat(site.books()).isEqualTo(before);
        }
        site.house.clock().advance(Duration.ofDays(2));

        site.post(asked("erased@example.com"));

        assertThat(site.lists("erased@example.com")).containsExactly("news: confirmed");
        assertThat(suppressions.isSuppressed(EmailAddress.parse("erased@example.com")))
                .isFalse();
    }

    /** Asks, and returns the page that the mail leads to. */
    private String asked(String address) throws Exception {
        long request = site.ask(address);
        String page = one(PublicHouse.pathsIn(site.mailOf(address)), "/confirm/");
        assertThat(page).isEqualTo(site.path(Purpose.CONFIRM, request));
        return page;
    }

    private static String one(TreeSet<String> links, String start) {
        List<String> found = links.stream().filter(it -> it.startsWith(start)).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<String> subjects() {
        return site.relay.kept().stream().map(ConfirmPageTests::subject).toList();
    }

    private static String subject(Kept mail) {
        try {
            return mail.message().getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
