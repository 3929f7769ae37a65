package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailround.message.House.NOON;

import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.campaign.Campaign;
import org.mailround.campaign.Content;
import org.mailround.campaign.Kind;
import org.mailround.campaign.Shown;
import org.mailround.campaign.ShownArticle;
import org.mailround.campaign.Variant;
import org.mailround.rfc.EmailAddress;
import org.mailround.token.Purpose;

/** Whatever stands in a name, an attribute, a title or an article arrives as text, in a mail that any reader can read. */
class AnyWordsTests {

    private static final List<String> HEADERS = List.of(
            "Date",
            "Message-ID",
            "To",
            "List-Unsubscribe",
            "From",
            "Subject",
            "List-Unsubscribe-Post",
            "List-Id",
            "Feedback-ID",
            "Precedence",
            "MIME-Version",
            "Content-Type");

    @TempDir
    Path home;

    House house;

    @BeforeEach
    void open() {
        house = new House(home);
    }

    @Test
    void ofAPersonArriveAsText() throws Exception {
        Content content = new Content("fields", "x", "x", House.digest().date(), List.of(), null);
        Mailing mailing =
                house.messages.mailing(House.edition("x"), house.renderer.render(content, "en", Set.of("city")));
        Words words = new Words(20261123);

        for (int id = 1; id <= 2000; id++) {
            String first = words.next();
            String last = words.coin() ? words.next() : "";
            String city = words.next();
            Recipient recipient =
                    new Recipient(id, EmailAddress.parse("a@example.com"), first, last, Map.of("city", city));

            Parsed mail = Parsed.of(mailing.octets(recipient, NOON));

            String line = or(first, "there") + "|" + or(last, "") + "|" + or(city, "a & b");
            String url =
                    "https://news.clinic.example/unsubscribe/" + house.tokens.sign("0001", Purpose.UNSUBSCRIBE, id);
            assertThat(mail.text()).isEqualTo(line + "\n" + url + "\n");
            Document html = Jsoup.parse(mail.html());
            assertThat(html.expectFirst("p").wholeText()).isEqualTo(line);
            assertThat(html.select("body *")).hasSize(2);
            assertThat(html.expectFirst("p").attr("title")).isEqualTo(or(city, "a & b"));
            assertThat(html.expectFirst("a").attr("href")).isEqualTo(url);
            assertThat(mail.headerNames()).isEqualTo(HEADERS);
            InternetAddress to = (InternetAddress) mail.message().getAllRecipients()[0];
            assertThat(to.getAddress()).isEqualTo("a@example.com");
            assertThat(to.getPersonal() == null ? "" : to.getPersonal())
                    .isEqualTo((or(first, "") + " " + or(last, "")).strip());
        }
    }

    @Test
    void ofAnArticleArriveAsText() throws Exception {
        Words words = new Words(4711);

        for (int i = 0; i < 300; i++) {
            String title = words.next();
            String excerpt = words.next();
            String subject = words.next();
            ShownArticle article = new ShownArticle(
                    1, Shown.EXCERPT, title, "https://x.example", excerpt, "<p>x</p>", null, null, null, null, 1, null);
            Content content =
                    new Content("digest", words.next(), subject, House.digest().date(), List.of(article), null);
            Variant variant = house.render(content);
            Campaign campaign = new Campaign(3, "weekly", Kind.DIGEST, title, "digest", 8);

            Parsed mail = Parsed.of(house.messages
                    .mailing(House.edition(campaign, subject), variant)
                    .octets(House.ana(), NOON));

            assertThat(Jsoup.parse(mail.html()).expectFirst("p.lead > b").wholeText())
                    .isEqualTo(Words.arriving(title));
            assertThat(Jsoup.parse(mail.html()).select("script, p > p, b b")).isEmpty();
            assertThat(mail.text().replaceAll("[\\s\u00a0]+", ""))
                    .contains(("1." + Words.arriving(title) + Words.arriving(excerpt)).replaceAll("[\\s\u00a0]+", ""));
            assertThat(mail.message().getSubject() == null ? "" : mail.message().getSubject())
                    .isEqualTo(Words.arriving(subject));
            assertThat(mail.headerNames()).isEqualTo(HEADERS);
            assertThat(mail.html()).doesNotMatch("(?s).*[\uE000-\uF8FF].*");
        }
    }

    private static String or(String data, String fallback) {
        String text = Words.arriving(data);
        return text.isEmpty() ? fallback : text;
    }
}
