package org.mailround.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.mailround.TestRelay.Kept;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.OpenRequest;
import org.mailround.subscriber.OpenRequests;
import org.mailround.subscriber.Suppressions;

/** The form that strangers fill in: it helps them, tells them nothing of others, and is no tool against others. */
@ParameterizedClass
@EnumSource
class SubscribePageTests {

    private static final String CLIENT = "192.0.2.1";
    private static final String CARA = "cara@example.com";

    @Parameter
    Database database;

    @TempDir
    Path home;

    PublicHouse site;

    @BeforeEach
    void open() {
        site = new PublicHouse(
                database,
                home,
                "mailround.subscribe.total=2000",
                "mailround.lists[0].name=news",
                "mailround.lists[0].title=Weekly <news>",
                "mailround.lists[0].description=What is new",
                "mailround.lists[0].open=true",
                "mailround.lists[1].name=parents",
                "mailround.lists[1].title=For parents",
                "mailround.lists[1].open=true",
                "mailround.topics[0].name=sleep, and rest",
                "mailround.topics[1].name=food");
        site.send();
        site.relay.forget();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatWasChosenIsWhatTheyGet() throws Exception {
        HttpResponse<String> answer = site.subscribe(
                CLIENT,
                " Cara@example.com ",
                "first_name=Cara",
                "list=news",
                "list=back-care",
                "topic=sleep%2C+and+rest",
                "language=de",
                "words=es");
        site.answer();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Look into your mailbox");
        Kept question = site.mailOf("Cara@example.com");
        assertThat(question.message().getSubject()).isEqualTo("Bitte bestätigen Sie: Weekly <news>");
        TreeSet<String> links = PublicHouse.pathsIn(question);
        site.post(links.first());
        // “back-care” is for those alone whom the clinic puts there
        assertThat(site.lists("Cara@example.com")).containsExactly("news: confirmed");
        assertThat(site.one(
                        "select count(*) from subscriber where canonical = ? and first_name = 'Cara'"
                                + " and language = 'de' and topics = 'sleep, and rest'",
                        CARA))
                .isOne();
        assertThat(site.one("select count(*) from subscription where consent_wording like"
                        + " 'Al suscribirse acepta que Riverside Family Clinic%'"))
                .isOne();
    }

    @Test
    void everybodyGetsTheSameAnswer() {
        site.house.get(Suppressions.class).suppress(EmailAddress.parse("hurt@example.com"), "complaint");
        String first = seen(site.subscribe(CLIENT, CARA, "list=news"));
        site.answer();

        List<String> answers = new ArrayList<>();
        for (String address : List.of(CARA, "ana@example.com", "hurt@example.com", "new@example.com")) {
            answers.add(seen(site.subscribe(CLIENT, address, "list=news")));
        }
        answers.add(seen(site.subscribe(CLIENT, "trapped@example.com", "list=news", "comment=Buy")));

        assertThat(answers).containsOnly(first);
        assertThat(first).startsWith("200");
        site.answer();
        assertThat(site.relay.recipients()).containsExactly("ana@example.com", CARA, "new@example.com");
    }

    @Test
    void aThousandPostsForOneAddressAreOneMailADayAndAThousandFromOneClientAreTen() {
        // what it comes to is no other on the slower one
        int posts = database == Database.H2 ? 1000 : 100;
        for (int i = 0; i < posts; i++) {
            site.subscribe("198.51." + i / 200 + "." + i % 200, CARA, "list=news", "list=parents");
            if (i % (posts / 4) == 0) {
                site.answer();
            }
        }
        site.answer();
        assertThat(site.relay.recipients()).containsExactly(CARA);
        assertThat(site.one("select count(*) from subscription_request")).isOne();

        site.house.clock().advance(Duration.ofHours(23));
        site.subscribe(CLIENT, CARA, "list=news");
        site.answer();
        assertThat(site.relay.kept()).hasSize(1);

        site.house.clock().advance(Duration.ofHours(2));
        site.relay.forget();
        Map<Integer, Long> answers = IntStream.range(0, posts)
                .mapToObj(i -> site.subscribe(CLIENT, i == 0 ? CARA : "p" + i + "@example.com", "list=news"))
                .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
        site.answer();
        assertThat(answers).containsOnly(Map.entry(200, 10L), Map.entry(429, posts - 10L));
        assertThat(site.relay.recipients()).hasSize(10).contains(CARA);
        assertThat(site.subscribe(CLIENT, CARA, "list=news").body()).contains("Please try again later");
    }

    @Test
    void aPostThatComesWhileOthersAreAnsweredIsNoSecondQuestion() {
        site.subscribe(CLIENT, CARA, "list=news");
        site.subscribe(CLIENT, CARA, "list=parents");
        OpenRequests requests = site.house.get(OpenRequests.class);
        List<Long> ids = requests.asked().stream().map(OpenRequest::id).sorted().toList();
        Duration quiet = Duration.ofHours(24);

        assertThat(requests.answered(ids.get(1), quiet)).isFalse();
        assertThat(requests.answered(ids.get(0), quiet)).isTrue();
        assertThat(requests.answered(ids.get(1), quiet)).isFalse();
    }

    @Test
    void theFormHelps() {
        whatIsWrongIsSaidWhereItIsAndWhatWasTypedIsKept();
        itIsInTheVisitorsLanguageAndNeedsNothingButABrowser();
    }

    private void whatIsWrongIsSaidWhereItIsAndWhatWasTypedIsKept() {
        for (String type : List.of(PublicHouse.FORM, "multipart/form-data; boundary=x")) {
            HttpResponse<String> answer = site.post("/subscribe", type, body(type, "cara@ <b>", "Cara \"C\""));
            Document page = Jsoup.parse(answer.body());

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(page.select(".wrong a").eachAttr("href")).containsExactly("#email", "#list");
            page.select(".wrong a")
                    .eachAttr("href")
                    .forEach(field -> assertThat(page.select(field)).hasSize(1));
            assertThat(page.select("#email").attr("aria-describedby")).contains("email-problem");
            assertThat(page.select("#email-problem").text())
                    .isEqualTo("Enter an e-mail address such as name@example.com");
            assertThat(page.select("#email").val()).isEqualTo("cara@ <b>");
            assertThat(page.select("#first-name").val()).isEqualTo("Cara \"C\"");
        }
        assertThat(site.one("select count(*) from subscription_request")).isZero();
    }

    private void itIsInTheVisitorsLanguageAndNeedsNothingButABrowser() {
        for (var title : Map.of(
                        "en", "Get our newsletter",
                        "de-CH", "Unseren Newsletter abonnieren",
                        "es", "Reciba nuestro boletín")
                .entrySet()) {
            HttpResponse<String> answer =
                    site.exchange(site.request("/subscribe").header("Accept-Language", title.getKey()));
            Document page = Jsoup.parse(answer.body());

            assertThat(page.select("h1").text()).isEqualTo(title.getValue());
            assertThat(page.select("script")).isEmpty();
            assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
            assertThat(page.select("input[name=list]").eachAttr("value")).containsExactly("news", "parents");
            assertThat(page.select("label").eachText()).contains("Weekly <news> What is new", "sleep, and rest");
            assertThat(page.select("option[selected]").eachAttr("value"))
                    .containsExactly(title.getKey().substring(0, 2));
            assertThat(page.select(".trap[aria-hidden=true] input[tabindex=-1][autocomplete=off]"))
                    .hasSize(1);
            page.select("input:not([type=hidden]), select")
                    .forEach(field -> assertThat(page.select("label[for=" + field.id() + "]"))
                            .as(field.id())
                            .hasSize(1));
        }
    }

    private static String seen(HttpResponse<String> answer) {
        return PublicHouse.withoutTokens(answer, "none");
    }

    private static String body(String type, String email, String name) {
        return type.equals(PublicHouse.FORM)
                ? "email=" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&first_name="
                        + URLEncoder.encode(name, StandardCharsets.UTF_8)
                : "--x\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\n" + email
                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"first_name\"\r\n\r\n" + name
                        + "\r\n--x--\r\n";
    }
}
