package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailround.message.House.NOON;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.campaign.Variant;
import org.mailround.rfc.EmailAddress;
import org.mailround.token.Purpose;
import org.springframework.web.util.HtmlUtils;

/**
 * A mail that is spliced from octets made ready says the same as one that a MIME library builds of the same content, to
 * each of two libraries that read it.
 */
class SameTreeTests {

    private static final int ARTICLES = 40;
    private static final int PEOPLE = 30;

    @TempDir
    Path home;

    private final long seed = new Random().nextLong();
    private final Words words = new Words(seed);

    @Test
    void asWhatALibraryBuilds() {
        House house = new House(home);
        for (int article = 0; article < ARTICLES; article++) {
            String subject = Words.arriving(words.next());
            String story = story();
            Variant variant = new Variant(
                    "en",
                    html(
                            story,
                            Slots.person(Slot.Kind.FIRST_NAME, "there"),
                            Slots.attribute("city", "a &amp; b"),
                            Slots.link(Slot.Kind.UNSUBSCRIBE)),
                    text(
                            story,
                            Slots.person(Slot.Kind.FIRST_NAME, "there"),
                            Slots.attribute("city", "a & b"),
                            Slots.link(Slot.Kind.UNSUBSCRIBE)));
            Mailing mailing = house.messages.mailing(House.edition(subject), variant);
            for (int person = 1; person <= PEOPLE; person++) {
                compare(house, mailing, subject, story, 1L + article * PEOPLE + person);
            }
        }
    }

    private void compare(House house, Mailing mailing, String subject, String story, long id) {
        String first = words.next();
        String last = words.coin() ? words.next() : "";
        String city = words.next();
        byte[] mail = mailing.octets(
                new Recipient(id, EmailAddress.parse("o'n#e@example.com"), first, last, Map.of("city", city)), NOON);

        String token = house.tokens.sign("0001", Purpose.UNSUBSCRIBE, id);
        String page = "https://news.clinic.example/unsubscribe/" + token;
        String greeted = or(Words.arriving(first), "there");
        String from = or(Words.arriving(city), "a & b");
        byte[] built = new BuiltMail()
                .from("Riverside Clinic", "news@clinic.example")
                .to((Words.arriving(first) + " " + Words.arriving(last)).strip(), "o'n#e@example.com")
                .subject(subject)
                .text(text(story, greeted, from, page))
                .html(html(story, HtmlUtils.htmlEscape(greeted, "UTF-8"), HtmlUtils.htmlEscape(from, "UTF-8"), page))
                .octets(others(mailing.messageId(id), page, token));

        assertLines(mail);
        assertThat(Tree.byJakartaMail(mail)).as("seed %d, id %d", seed, id).isEqualTo(Tree.byJakartaMail(built));
        assertThat(Tree.byMime4j(mail)).as("seed %d, id %d", seed, id).isEqualTo(Tree.byMime4j(built));
    }

    private void assertLines(byte[] mail) {
        Parsed.of(mail);
        String body = new String(mail, StandardCharsets.US_ASCII).split("\r\n\r\n", 2)[1];
        // before each part, and at the end: words that look like one are none
        assertThat(body.split("=_mailround_12", -1)).as("seed %d", seed).hasSize(1 + 3);
    }

    /** Lines of any words, some of which begin or end with what relays change. */
    private String story() {
        Random random = new Random(seed);
        return IntStream.range(0, 5)
                .mapToObj(line -> Words.arriving(words.next())
                        + (random.nextInt(4) == 0 ? " \t ".substring(random.nextInt(3)) : ""))
                .map(line -> random.nextInt(4) == 0 ? ".." + line : line)
                .collect(Collectors.joining("\n"));
    }

    private static String text(String story, String name, String city, String link) {
        return story + "\n" + name + ", " + city + "\n" + city + "\n" + link + "\n." + name + ".\n";
    }

    private static String html(String story, String name, String city, String link) {
        return "<pre>" + story + "</pre><p title=\"" + city + "\">\n" + name + "</p><a href=\"" + link + "\">x</a>\n";
    }

    private static Map<String, String> others(String messageId, String page, String token) {
        Map<String, String> others = new LinkedHashMap<>();
        others.put("Date", "Mon, 23 Nov 2026 12:00:00 +0000");
        others.put("Message-ID", messageId);
        others.put(
                "List-Unsubscribe", "<" + page + ">, <mailto:news@clinic.example?subject=unsubscribe%20" + token + ">");
        others.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        others.put("List-Id", "Riverside weekly <weekly-digest.clinic.example>");
        others.put("Feedback-ID", "12:weekly-digest:digest:clinic.example");
        others.put("Precedence", "bulk");
        return others;
    }

    private static String or(String text, String fallback) {
        return text.isEmpty() ? fallback : text;
    }
}
