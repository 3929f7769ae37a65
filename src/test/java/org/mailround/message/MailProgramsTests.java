package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.campaign.Content;
import org.mailround.campaign.Shown;
import org.mailround.campaign.ShownArticle;

/** What mail programs can show, held over every mail that is shipped (https://www.caniemail.com). */
class MailProgramsTests {

    private static final String PROSE = "<p>a <a href=\"https://x.example\">b</a></p><h2>c</h2><ul><li>d</li></ul>"
            + "<blockquote><p>e</p></blockquote><table><caption>f</caption><tr><th>g</th><td>h</td></tr></table>"
            + "<pre>i</pre><img src=\"https://x.example/i.png\"><hr>";

    /** In the CSS of a mail, outside of @media and in it. */
    private static final Map<String, String> FORBIDDEN_CSS = Map.ofEntries(
            Map.entry("display: ?(flex|grid|inline-flex|inline-grid)", "Outlook on Windows stacks or drops it"),
            Map.entry("(?<![a-z-])position:", "Gmail and Outlook drop it"),
            Map.entry("background(-image)?: ?[^;]*url", "Outlook on Windows shows no background images"),
            Map.entry("url\\(", "nothing is loaded that the text does not name"),
            Map.entry("var\\(|--[a-z]", "Outlook and many others know no custom properties"),
            Map.entry("calc\\(|clamp\\(|min\\(|max\\(", "Outlook on Windows ignores the declaration"),
            Map.entry("@import|@font-face", "most programs load no fonts and no sheets"),
            Map.entry("\\d(rem|vw|vh|ch)\\b", "Outlook on Windows knows px, em and %"),
            Map.entry("rgba?\\(|hsl", "Outlook on Windows knows #rrggbb"),
            Map.entry(
                    "inset|gap:|object-fit|aspect-ratio|box-shadow|transform|animation", "dropped without a fallback"),
            Map.entry(":hover|:focus", "nothing hangs on a pointer"));

    private static final Map<String, String> FORBIDDEN_ELEMENTS = Map.of(
            "script, form, input, button, select, textarea", "dropped for safety, or the mail with it",
            "iframe, object, embed, video, audio, canvas, svg", "dropped nearly everywhere",
            "link, base", "a sheet of its own is never loaded",
            "section, article, header, footer, main, nav, picture", "Outlook on Windows gives them no box",
            "td > div[style*=padding]:not(.large):not(.prose)", "Outlook on Windows ignores the padding of a div");

    @TempDir
    Path home;

    final Map<String, Document> mails = new LinkedHashMap<>();

    @BeforeEach
    void render() {
        House house = new House(home).shipped();
        URI link = URI.create("https://news.clinic.example/x/abc");
        for (String language : List.of("en", "es", "de")) {
            mail(
                    "digest",
                    language,
                    house.renderer.render(digest(), language, Set.of()).html());
            mail(
                    "topics",
                    language,
                    house.renderer.render(topics(), language, Set.of()).html());
            mail(
                    "announcement",
                    language,
                    house.renderer
                            .render(House.oneOff("# A\n\n> b\n"), language, Set.of())
                            .html());
            mail(
                    "confirm",
                    language,
                    house.singles.confirm(language, List.of("Weekly"), link).html());
            mail(
                    "welcome",
                    language,
                    house.singles
                            .welcome("Ana", language, List.of("Weekly"), link, link)
                            .html());
            mail(
                    "already",
                    language,
                    house.singles
                            .already("Ana", language, List.of("Weekly"), link, link)
                            .html());
        }
        mail(
                "notice",
                "en",
                house.singles
                        .notice("Held", List.of(new Happening("now", "A digest is held.")))
                        .html());
    }

    @Test
    void usesNothingThatMailProgramsDrop() {
        mails.forEach((name, mail) -> {
            String css = css(mail);
            FORBIDDEN_CSS.forEach((pattern, reason) ->
                    assertThat(css).as("%s: %s", name, reason).doesNotContainPattern("(?i)" + pattern));
            FORBIDDEN_ELEMENTS.forEach((selector, reason) ->
                    assertThat(mail.select(selector)).as("%s: %s", name, reason).isEmpty());
        });
    }

    @Test
    void isLaidOutInTablesThatScreenReadersPassOver() {
        mails.forEach((name, mail) -> {
            assertThat(mail.select("table:not(.prose table)"))
                    .as(name)
                    .allMatch(table -> table.attr("role").equals("presentation")
                            && table.attr("cellpadding").equals("0")
                            && table.attr("cellspacing").equals("0"));
            assertThat(mail.select(".prose table[role]")).as(name).isEmpty();
            // what does not read style attributes on tables reads this
            assertThat(mail.select("table[style*=background-color], td[style*=background-color]"))
                    .as(name)
                    .isNotEmpty()
                    .allMatch(cell -> cell.hasAttr("bgcolor"));
            assertThat(comments(mail)).as(name).contains("[if mso]><table role=\"presentation\" width=\"600\"");
        });
    }

    @Test
    void saysWhatItIs() {
        mails.forEach((name, mail) -> {
            assertThat(mail.expectFirst("html").attr("lang")).as(name).isEqualTo(name.substring(name.length() - 2));
            assertThat(mail.expectFirst("html").attr("dir")).isEqualTo("ltr");
            assertThat(mail.title()).as(name).isNotBlank();
            assertThat(mail.select("meta[name=color-scheme][content=light dark]"))
                    .hasSize(1);
            assertThat(mail.select("h1")).as(name).hasSize(1);
            assertThat(mail.expectFirst(".preheader").attr("style")).contains("display:none", "mso-hide:all");
            assertThat(mail.outerHtml().length()).isLessThan(60_000);
        });
    }

    @Test
    void picturesHaveAWidthAndAnAlternative() {
        mails.forEach((name, mail) -> assertThat(mail.select("img"))
                .as(name)
                .allMatch(img -> img.hasAttr("alt"))
                .allMatch(img -> img.attr("width").matches("\\d+"))
                .allMatch(img -> img.attr("style").contains("height:auto")));
        assertThat(Objects.requireNonNull(mails.get("digest en")).select("img[width=536][height=302]"))
                .hasSize(1);
    }

    @Test
    void canBeReadAndTouched() {
        mails.forEach((name, mail) -> {
            Matcher size =
                    Pattern.compile("font-size:(\\d+)px").matcher(mail.body().html());
            assertThat(size.results().map(it -> Integer.parseInt(it.group(1))))
                    .as(name)
                    .allMatch(px -> px >= 16 || px == 1);
            for (Element button : mail.select(".button a")) {
                assertThat(button.attr("style")).contains("padding:12px 24px", "line-height:24px");
            }
        });
    }

    @Test
    void everyColourStandsOutInTheLightAndInTheDark() {
        mails.forEach((name, mail) -> {
            assertContrast(name + " in the light", mail);
            assertContrast(name + " in the dark", inTheDark(mail));
        });
    }

    private static void assertContrast(String name, Document mail) {
        for (Element element : mail.body().getAllElements()) {
            if (!element.ownText().isBlank() && element.closest(".preheader") == null) {
                String text = inherited(element, "color");
                String ground = inherited(element, "background-color");
                assertThat(Contrast.of(text, ground))
                        .as(
                                "%s: %s on %s at <%s class=%s>",
                                name, text, ground, element.normalName(), element.className())
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    private static Document inTheDark(Document mail) {
        Document dark = mail.clone();
        Element style = dark.expectFirst("style");
        Matcher block = Pattern.compile("(?s)@media \\(prefers-color-scheme:dark\\) \\{(.*?\\})\\s*\\}")
                .matcher(style.data());
        assertThat(block.find()).isTrue();
        style.empty().appendChild(new DataNode(block.group(1)));
        CssInliner.inline("dark", dark);
        return dark;
    }

    private static String inherited(Element element, String property) {
        Pattern declaration = Pattern.compile("(?:^|;)" + property + ":(#[0-9a-f]{6})", Pattern.CASE_INSENSITIVE);
        for (Element at = element; at != null; at = at.parent()) {
            String last = declaration
                    .matcher(at.attr("style"))
                    .results()
                    .map(it -> it.group(1))
                    .reduce("", (a, b) -> b);
            if (!last.isEmpty()) {
                return last.toLowerCase(Locale.ROOT);
            }
        }
        throw new AssertionError("no " + property);
    }

    private static String css(Document mail) {
        StringBuilder css = new StringBuilder();
        mail.select("style").forEach(style -> css.append(style.data()).append('\n'));
        mail.select("[style]")
                .forEach(element -> css.append(element.attr("style")).append(";\n"));
        return css.toString();
    }

    private static String comments(Document mail) {
        StringBuilder comments = new StringBuilder();
        mail.traverse((Node node, int depth) -> {
            if (node.nodeName().equals("#comment")) {
                comments.append(node.attr("#comment"));
            }
        });
        return comments.toString();
    }

    private void mail(String name, String language, @Nullable String html) {
        mails.put(name + " " + language, Jsoup.parse(Objects.requireNonNull(html)));
    }

    private static Content digest() {
        String link = "https://clinic.example/a";
        String image = "https://clinic.example/a.png";
        return House.digest(
                new ShownArticle(1, Shown.EXCERPT, "One", link, "x", PROSE, image, null, 1200, 675, 1, null),
                new ShownArticle(2, Shown.EXCERPT, "Two", link, "x", PROSE, image, "A bed", null, null, 2, null),
                new ShownArticle(3, Shown.FULL, "Three", null, "x", PROSE, null, null, null, null, 2, null),
                new ShownArticle(4, Shown.TITLE, "Four", link, "x", PROSE, image, null, null, null, 2, null));
    }

    private static Content topics() {
        List<ShownArticle> articles = new ArrayList<>();
        for (String topic : new String[] {"", "sleep", "sleep", "back care", "back care", ""}) {
            articles.add(new ShownArticle(
                    articles.size(),
                    Shown.EXCERPT,
                    "About " + topic,
                    "https://clinic.example/a",
                    "x",
                    "",
                    "https://clinic.example/a.png",
                    null,
                    null,
                    null,
                    1,
                    topic.isEmpty() ? null : topic));
        }
        articles.add(articles.get(1).as(Shown.TITLE));
        return House.digest(articles.toArray(ShownArticle[]::new));
    }
}
