package org.mailround.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Suppressions;
import org.mailround.token.Purpose;

@ParameterizedClass
@EnumSource
class PreferencesPageTests {

    private static final String ANA = "ana@example.com";

    @Parameter
    Database database;

    @TempDir
    Path home;

    PublicHouse site;
    String page;
    long backCare;
    long news;

    @BeforeEach
    void open() {
        site = new PublicHouse(database, home);
        site.send();
        page = site.path(Purpose.PREFERENCES, ANA);
        backCare = site.one("select id from mailing_list where name = 'back-care'");
        news = site.one("select id from mailing_list where name = 'news'");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void showsTheListsOfThePersonAndNoOthers() {
        Document ana = Jsoup.parse(site.get(page).body());
        Document ben = Jsoup.parse(
                site.get(site.path(Purpose.PREFERENCES, "ben@example.com")).body());

        assertThat(ana.select(".choice label").eachText()).containsExactly("Back care", "News");
        assertThat(ana.select("input[checked]")).hasSize(2);
        assertThat(ben.select(".choice label").eachText()).containsExactly("Back care");
    }

    @Test
    void whatIsNoLongerTickedIsLeftAndWhatIsTickedAgainIsConsent() {
        assertThat(save(backCare)).contains("You have left").contains("News");
        assertThat(site.lists(ANA)).containsExactly("back-care: confirmed", "news: unsubscribed");
        assertThat(save(backCare)).contains("Nothing has changed");
        site.house.clock().advance(Duration.ofMinutes(5));

        assertThat(save(backCare, news)).contains("From now on you get");

        assertThat(site.lists(ANA)).containsExactly("back-care: confirmed", "news: confirmed");
        assertThat(site.one(
                        "select count(*) from subscription where consent_source = 'preferences page'"
                                + " and consent_wording = 'Send me: News' and consent_at = ? and list_id = ?",
                        site.house.clock().instant().atOffset(ZoneOffset.UTC),
                        news))
                .isEqualTo(1);
    }

    @Test
    void aListThatWasNotOnThePageStaysAsItIs() {
        site.post(page, PublicHouse.FORM, "shown=" + backCare);

        assertThat(site.lists(ANA)).containsExactly("back-care: unsubscribed", "news: confirmed");
    }

    @Test
    void nobodyGetsOnAListThatTheyNeverHad() {
        site.post(
                site.path(Purpose.PREFERENCES, "ben@example.com"),
                PublicHouse.FORM,
                "shown=%d&list=%d&shown=%d&list=%d".formatted(backCare, backCare, news, news));

        assertThat(site.lists("ben@example.com")).containsExactly("back-care: confirmed");
    }

    @Test
    void allAreLeftByOneButton() {
        assertThat(site.post(page + "/leave").body()).contains("You have left").contains("Back care, News");

        assertThat(site.lists(ANA)).containsExactly("back-care: unsubscribed", "news: unsubscribed");
    }

    @Test
    void whoIsSuppressedIsToldSoAndStaysOff() {
        site.post(page + "/leave");
        site.house.get(Suppressions.class).suppress(EmailAddress.parse(ANA), "bounce");

        assertThat(save(backCare, news)).contains("Nothing has changed").contains("Nothing is sent to your address");

        assertThat(site.lists(ANA)).containsExactly("back-care: unsubscribed", "news: unsubscribed");
    }

    @Test
    void theLinkOnThePageThatOneLeavesByWorks() {
        String left = site.post(site.path(Purpose.UNSUBSCRIBE, ANA)).body();

        assertThat(left).contains("href=\".." + page + "\"");
    }

    @Test
    void aFormThatCannotBeReadIsRefused() {
        assertThat(site.post(page, "multipart/form-data", "x").statusCode()).isEqualTo(400);
        assertThat(site.post(page, PublicHouse.FORM, "shown=x").statusCode()).isEqualTo(400);
        assertThat(site.lists(ANA)).containsExactly("back-care: confirmed", "news: confirmed");
    }

    private String save(long... wanted) {
        StringBuilder form = new StringBuilder("shown=%d&shown=%d".formatted(backCare, news));
        for (long list : wanted) {
            form.append("&list=").append(list);
        }
        return site.post(page, PublicHouse.FORM, form.toString()).body();
    }
}
