package org.mailround;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.campaign.Campaign;
import org.mailround.campaign.Content;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.Kind;
import org.mailround.campaign.Shown;
import org.mailround.campaign.ShownArticle;
import org.mailround.message.Happening;
import org.mailround.message.MessageFactory;
import org.mailround.message.Recipient;
import org.mailround.message.Renderer;
import org.mailround.message.SingleMails;
import org.mailround.rfc.EmailAddress;

/** The mails of all templates in a real browser: in both colours, on wide and narrow screens, with images and without. */
class MailLooksIntegrationTests {

    private static final String PROSE = """
            <p>Most of us sleep badly <strong>now and then</strong>. <a href="https://clinic.example/x">More on this</a>.</p>
            <h2>Before bed</h2><ul><li>A quiet hour</li><li>A dark room<ul><li>thick curtains</li></ul></li></ul>
            <blockquote><p>Get up when you cannot sleep.</p></blockquote>
            <table><caption>When we are there</caption><thead><tr><th>Day</th><th>Hours</th></tr></thead>
            <tbody><tr><td>Monday</td><td>9 to 5</td></tr></tbody></table>
            <pre>a   b\n  c</pre><p><img src="https://clinic.example/bed.png" alt="A bed"></p><hr><p>%s</p>
            """.formatted("Donaudampfschifffahrtsgesellschaft".repeat(4));

    @TempDir
    Path home;

    @Test
    void everyMailIsAccessibleAndFitsItsWindow() throws IOException {
        Optional<Path> executable = Chromium.executable();
        Assumptions.assumeTrue(executable.isPresent(), "no Chromium");
        Map<String, String> mails = mails();
        try (Chromium chromium = new Chromium(executable.get())) {
            byte[] picture = picture();
            Page page = chromium.page();
            page.route(
                    "**/*.png",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("image/png")
                            .setBodyBytes(picture)));
            mails.forEach((name, html) -> look(chromium, page, name, html));
            // another page: this one remembers the picture
            Page bare = chromium.page();
            bare.route("**/*.png", Route::abort);
            look(chromium, bare, "digest-without-images", Objects.requireNonNull(mails.get("digest-en")));
            assertThat(chromium.complaints)
                    .filteredOn(it -> !it.contains("net::ERR_FAILED"))
                    .isEmpty();
        }
    }

    private static void look(Chromium chromium, Page page, String name, String html) {
        page.setContent(html);
        chromium.inspect(page, "mail-" + name, 320, 600, 1000);
    }

    private Map<String, String> mails() {
        try (TestHouse house = new TestHouse(
                Database.H2,
                home,
                "mailround.clinic.phone=01632 960123",
                "mailround.clinic.website=https://riverside.clinic.example/",
                "mailround.public-url=https://news.clinic.example")) {
            Map<String, String> mails = new LinkedHashMap<>();
            for (String language : List.of("en", "es", "de")) {
                mails.put("digest-" + language, html(house, digest(), language));
                SingleMails singles = house.get(SingleMails.class);
                String title = "Riverside weekly";
                URI link = URI.create("https://news.clinic.example/confirm/mrwggu3bnzsws43fmrswgzlsorxwk3tunfxw4");
                mails.put(
                        "confirm-" + language,
                        Objects.requireNonNull(
                                singles.confirm(language, List.of(title), link).html()));
                mails.put(
                        "welcome-" + language,
                        Objects.requireNonNull(singles.welcome(null, language, List.of(title), link, link)
                                .html()));
            }
            mails.put("digest-topics", html(house, topics(), "en"));
            mails.put("announcement", html(house, oneOff(), "en"));
            mails.put(
                    "notice",
                    Objects.requireNonNull(house.get(SingleMails.class)
                            .notice(
                                    "Mailround: 2 things to look at",
                                    List.of(
                                            new Happening("Thu 26 Nov, 09:00", "A digest is held: nothing was read."),
                                            new Happening(
                                                    "Thu 26 Nov, 09:05 (over since Thu 26 Nov, 09:30)",
                                                    "The relay smtp.clinic.example:587 takes no mail.")))
                            .html()));
            return mails;
        }
    }

    private static String html(TestHouse house, Content content, String language) {
        Edition edition = new Edition(
                12,
                new Campaign(3, "weekly-digest", Kind.DIGEST, content.campaign(), content.template(), 8),
                "sandbox",
                true,
                EditionState.SENDING,
                content.subject(),
                "00",
                "0001",
                null,
                0,
                List.of(),
                Instant.EPOCH,
                null);
        return house.get(MessageFactory.class)
                .mailing(
                        edition,
                        house.get(Renderer.class)
                                .render(content, Set.of(language))
                                .in(0, language))
                .html(new Recipient(1, EmailAddress.parse("ana@example.com"), "Ana", null, Map.of()));
    }

    private static Content digest() {
        String link = "https://clinic.example/a";
        String image = "https://clinic.example/a.png";
        String excerpt = "A regular hour, a dark room and a quiet end to the day do more than many a gadget.";
        return new Content(
                "digest",
                "Riverside weekly",
                "A better night’s sleep",
                LocalDate.of(2026, 11, 23),
                List.of(
                        article(Shown.EXCERPT, "A better night’s sleep", link, excerpt, image, "A bed by a window"),
                        article(Shown.EXCERPT, "A ten-minute walk counts", link, excerpt, image, null),
                        article(Shown.FULL, "How to get the most from your appointment", null, excerpt, null, null),
                        article(Shown.EXCERPT, "Be kind to your back", link, excerpt, null, null),
                        article(Shown.TITLE, "Clean hands, happy games", link, excerpt, null, null),
                        article(Shown.TITLE, "A tidy medicine cupboard", null, excerpt, null, null)),
                null);
    }

    private static Content topics() {
        List<ShownArticle> articles = new ArrayList<>();
        for (String topic : List.of("sleep", "children", "children", "back care", "back care", "sleep", "")) {
            articles.add(new ShownArticle(
                    articles.size(),
                    Shown.EXCERPT,
                    "A ten-minute walk counts",
                    "https://clinic.example/a",
                    "Ten brisk minutes, most days, are a good beginning.",
                    "",
                    "https://clinic.example/a.png",
                    null,
                    null,
                    null,
                    2,
                    topic.isEmpty() ? null : topic));
        }
        return digest().showing(articles);
    }

    private static ShownArticle article(
            Shown shown,
            String title,
            @Nullable String link,
            String excerpt,
            @Nullable String image,
            @Nullable String alt) {
        return new ShownArticle(1, shown, title, link, excerpt, PROSE, image, alt, null, null, 2, null);
    }

    private static Content oneOff() {
        return new Content(
                "announcement",
                "Flu jabs",
                "Flu jabs are here",
                LocalDate.of(2026, 11, 23),
                List.of(),
                "Dear {{first_name|reader}},\n\n## Come and get yours\n\nAny weekday, **9 to 12**.\n\n- no appointment\n"
                        + "- bring your card\n\n[Book here](https://clinic.example/book)\n");
    }

    private static byte[] picture() throws IOException {
        var image = new java.awt.image.BufferedImage(1072, 603, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new java.awt.GradientPaint(
                0, 0, new java.awt.Color(0x9cc7ca), 1072, 603, new java.awt.Color(0xf1d9b5)));
        graphics.fillRect(0, 0, 1072, 603);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }
}
