package org.mailround.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.atomic.AtomicBoolean;
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
import org.mailround.TestRelay;
import org.mailround.report.Report;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Suppressions;
import org.mailround.token.Purpose;
import org.subethamail.smtp.RejectException;

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

        assertThat(ana.select("[name=list] ~ div label").eachText()).containsExactly("Back care", "News");
        assertThat(ana.select("[name=list][checked]")).hasSize(2);
        assertThat(ben.select("[name=list] ~ div label").eachText()).containsExactly("Back care");
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

    @Test
    void eachThingThatChangesIsNamedAndNothingElseChanges() {
        site.change(
                "update subscriber set topics = 'sleep|sport, indoors', time_zone = 'Europe/Madrid' where address = ?",
                ANA);
        Document form = Jsoup.parse(site.get(page).body());
        assertThat(form.select("[name=topic][checked]").eachAttr("value")).containsExactly("sleep", "sport, indoors");
        assertThat(form.select("[name=cadence][checked]").eachAttr("value")).containsExactly("weekly");
        assertThat(form.select("[name=language] [selected]").eachText()).containsExactly("English");
        Map<String, Object> before = site.person(ANA);

        assertThat(changes(post(form, Map.of()))).containsExactly("Nothing has changed.");
        assertThat(site.person(ANA)).isEqualTo(before);
        HttpResponse<String> saved = post(
                form,
                Map.of(
                        "topic",
                        "sport, indoors",
                        "cadence",
                        "monthly",
                        "firstName",
                        " Ana\u0000María ",
                        "language",
                        "es"));

        assertThat(changes(saved))
                .containsExactly(
                        "Sus temas son ahora: sport, indoors.",
                        "Con esta frecuencia le llega ahora: una vez al mes.",
                        "Su nombre es ahora «Ana María».",
                        "El idioma de sus correos es ahora: Español.");
        assertThat(site.person(ANA))
                .containsAllEntriesOf(Map.of(
                        "first_name", "Ana María",
                        "language", "es",
                        "topics", "sport, indoors",
                        "frequency", "monthly",
                        "chosen", "first_name|frequency|language|topics"));
        assertThat(site.lists(ANA)).containsExactly("back-care: confirmed", "news: confirmed");
        assertThat(
                        site.one(
                                "select count(*) from subscriber where chosen is not null or last_name is not null or paused_until is not null"))
                .isEqualTo(1);
    }

    @Test
    void whatTheFormDidNotAskStaysAndTopicsThatNobodyOfferedAreNotTaken() {
        site.change("update subscriber set topics = 'sleep', language = 'fr' where address = ?", ANA);

        assertThat(changes(site.post(page, PublicHouse.FORM, "cadence=fortnightly&topicShown=x%7Cy&topic=x%7Cy")))
                .containsExactly("How often it comes now: every two weeks.");

        assertThat(site.person(ANA))
                .containsAllEntriesOf(Map.of(
                        "first_name",
                        "Ana",
                        "topics",
                        "sleep",
                        "language",
                        "fr",
                        "frequency",
                        "fortnightly",
                        "chosen",
                        "frequency"));
        assertThat(changes(site.post(page, PublicHouse.FORM, "topicShown=sleep")))
                .containsExactly("You get all topics now.");
    }

    @Test
    void whatCannotBeIsShownAsItWasTypedAndNothingIsSaved() {
        Map<String, Object> before = site.person(ANA);

        HttpResponse<String> answer = site.post(
                page,
                PublicHouse.FORM,
                "shown=%d&cadence=hourly&pause=13&firstName=%s&lastName=Banerjee&language=tlh"
                        .formatted(news, "x".repeat(201)));

        Document form = Jsoup.parse(answer.body());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(form.title()).startsWith("Not saved");
        assertThat(form.select("[role=alert] a").eachAttr("href"))
                .containsExactly("#cadence", "#pause", "#first-name", "#language")
                .allMatch(field -> form.select(field).size() == 1);
        assertThat(form.select("#first-name").val()).hasSize(201);
        assertThat(form.select("#last-name").val()).isEqualTo("Banerjee");
        assertThat(form.select("#list" + news).hasAttr("checked")).isFalse();
        assertThat(site.person(ANA)).isEqualTo(before);
        assertThat(site.lists(ANA)).containsExactly("back-care: confirmed", "news: confirmed");
    }

    @Test
    void whoPausesIsAccountedForAndGetsTheNextAfterwardsByItself() {
        assertThat(changes(site.post(page, PublicHouse.FORM, "pause=2")))
                .containsExactly(
                        "Your mail is paused until Monday 7 December 2026, 9:00. You miss what goes out meanwhile;"
                                + " after that it comes again by itself.");
        site.house.article("tea.txt", "A cup of tea\n\nIt warms you.\n");

        Report paused = site.send();

        assertThat(paused.audience()).isEqualTo(2);
        assertThat(paused.suppressed()).isEqualTo(1);
        assertThat(site.one(
                        "select count(*) from delivery where address = ? and reason = 'paused' and state = 'suppressed'",
                        ANA))
                .isEqualTo(1);
        assertThat(site.get(page).body()).contains("Your mail is paused until", "Start again now");
        site.house.clock().advance(Duration.ofDays(14));
        site.house.article("nap.txt", "A short nap\n\nIt rests you.\n");
        assertThat(site.send().accepted()).isEqualTo(2);
        assertThat(site.get(page).body()).doesNotContain("Your mail is paused until");
    }

    @Test
    void aPauseCountsAtTheMomentOfClaimingAndEndsWhereItsPersonSaysSo() {
        site.house.article("tea.txt", "A cup of tea\n\nIt warms you.\n");
        AtomicBoolean first = new AtomicBoolean(true);
        site.relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                if (recipient.equals(ANA) && first.getAndSet(false)) {
                    throw new RejectException(451, "4.3.0 later");
                }
                if (recipient.equals("ben@example.com")) {
                    site.post(page, PublicHouse.FORM, "pause=1");
                }
            }
        });

        assertThat(site.send().suppressed()).isEqualTo(1);

        assertThat(changes(site.post(page + "/resume")))
                .containsExactly("The pause has ended: the next mail reaches you again.");
        assertThat(changes(site.post(page + "/resume"))).containsExactly("Nothing has changed.");
        site.house.article("nap.txt", "A short nap\n\nIt rests you.\n");
        assertThat(site.send().accepted()).isEqualTo(2);
    }

    @Test
    void listsThatEverybodyIsOfferedAreOfferedHereToo(@TempDir Path other) {
        try (PublicHouse open = new PublicHouse(
                database,
                other,
                "mailround.lists[0].name=news",
                "mailround.lists[0].title=Practice news",
                "mailround.lists[0].open=true",
                "mailround.topics[0].name=Healthy Eating")) {
            open.send();
            String ben = open.path(Purpose.PREFERENCES, "ben@example.com");
            Document form = Jsoup.parse(open.get(ben).body());
            assertThat(form.select("[name=list] ~ div label").eachText()).containsExactly("Back care", "Practice news");
            assertThat(form.select("[name=topic] + label").eachText()).containsExactly("Healthy Eating");
            String list = form.select("[name=list]").get(1).val();

            assertThat(changes(open.post(
                            ben,
                            PublicHouse.FORM,
                            "shown=%s&list=%s&topicShown=healthy+eating&topic=healthy+eating".formatted(list, list))))
                    .containsExactly("From now on you get: Practice news.", "Your topics are now: Healthy Eating.");

            assertThat(open.lists("ben@example.com")).containsExactly("back-care: confirmed", "news: confirmed");
            assertThat(open.one("select count(*) from subscription where consent_source = 'preferences page'"
                            + " and consent_wording = 'Send me: Practice news' and not imported"))
                    .isEqualTo(1);
        }
    }

    private static List<String> changes(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).select(".done p").eachText();
    }

    /** As a browser posts the form, with other values in some of its fields. */
    private HttpResponse<String> post(Document form, Map<String, String> changed) {
        StringJoiner body = new StringJoiner("&");
        form.forms().get(0).formData().stream()
                .filter(field -> !changed.containsKey(field.key()))
                .forEach(field ->
                        body.add(field.key() + "=" + URLEncoder.encode(field.value(), StandardCharsets.UTF_8)));
        changed.forEach((name, value) -> body.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return site.post(page, PublicHouse.FORM, body.toString());
    }

    private String save(long... wanted) {
        StringBuilder form = new StringBuilder("shown=%d&shown=%d".formatted(backCare, news));
        for (long list : wanted) {
            form.append("&list=").append(list);
        }
        return site.post(page, PublicHouse.FORM, form.toString()).body();
    }
}
