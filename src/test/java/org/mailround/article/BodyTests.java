package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<scr<script>ipt>alert(1)</scr</script>ipt>",
                "<img src=x onerror=alert(1)>",
                "<img src='https://a.example/x.png' onerror=alert(1) style='background:url(javascript:alert(1))'>",
                "<a href='javascript:alert(1)'>x</a>",
                "<a href='JaVaScRiPt:alert(1)'>x</a>",
                "<a href='java\nscript:alert(1)'>x</a>",
                "<a href='&#106;avascript:alert(1)'>x</a>",
                "<a href='\u0001javascript:alert(1)'>x</a>",
                "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
                "<a href='vbscript:msgbox(1)'>x</a>",
                "<a href='//a.example/x' onclick=alert(1)>x</a>",
                "<img src='data:image/svg+xml,<svg onload=alert(1)>'>",
                "<svg><script>alert(1)</script></svg>",
                "<svg/onload=alert(1)>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
                "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
                "<iframe src='https://a.example'></iframe><object data=x></object><embed src=x>",
                "<form action='https://a.example'><input autofocus onfocus=alert(1)><button>go</button></form>",
                "<style>*{background:url(https://a.example)}</style><link rel=stylesheet href=https://a.example>",
                "<meta http-equiv=refresh content='0;url=https://a.example'><base href='https://evil.example'>",
                "<p style='position:fixed' class=x id=y onmouseover=alert(1)>hi</p>",
                "<template><img src=x onerror=alert(1)></template>",
                "<!--[if mso]><script>alert(1)</script><![endif]--><!-- x --><p>hi</p>",
                "<xmp><img src=x onerror=alert(1)></xmp><plaintext><script>alert(1)</script>",
                "<details open ontoggle=alert(1)>x</details><video src=x onerror=alert(1)></video>",
                "<table background='javascript:alert(1)'><tr><td style='x'>x</td></tr></table>",
                "<a href='https://a.example/\"onmouseover=\"alert(1)'>x</a>",
            })
    void nothingActiveSurvives(String html) {
        Element body = Jsoup.parseBodyFragment(
                        Body.of(html, "https://clinic.example/", "").html())
                .body();

        for (Element element : body.select("*")) {
            if (element == body) {
                continue;
            }
            assertThat(element.normalName())
                    .isIn("p", "a", "img", "table", "tbody", "tr", "td", "pre", "h2", "ul", "li", "br", "strong");
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).isIn("href", "src", "alt");
                if (!attribute.getKey().equals("alt")) {
                    assertThat(attribute.getValue()).startsWith("https://");
                }
            }
        }
    }

    @Test
    void keepsWhatTextIsMadeOf() {
        String html = "<h2>A</h2><p>x <em>e</em> <strong>s</strong> <b>b</b> <i>i</i> <u>u</u><br>"
                + "<a href=\"https://a.example/p\">l</a> <a href=\"mailto:x@a.example\">m</a></p>"
                + "<ul><li>one</li></ul><ol start=\"3\"><li value=\"4\">two</li></ol><blockquote><p>q</p></blockquote>"
                + "<pre><code>c  d\n e</code></pre><hr />"
                + "<table><thead><tr><th colspan=\"2\">h</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>";

        assertThat(Jsoup.parseBodyFragment(html(html)).body().html())
                .isEqualTo(Jsoup.parseBodyFragment(html).body().html());
    }

    @Test
    void makesAddressesAbsolute() {
        assertThat(Body.of("<a href='../b?c=d&e'>l</a><img src='pic 1.jpg' alt='A <b>'>", "https://a.example/x/y/", "")
                        .html())
                .isEqualTo("<p><a href=\"https://a.example/x/b?c&#61;d&amp;e\">l</a>"
                        + "<img src=\"https://a.example/x/y/pic%201.jpg\" alt=\"A &lt;b&gt;\" /></p>");
    }

    @Test
    void dropsAddressesThatLeadNowhereAndKeepsTheirText() {
        assertThat(html("<p><a href='page.html'>l</a> <a href='#top'>t</a> <a>n</a><img src='pic.jpg'></p>"))
                .isEqualTo("<p>l t n</p>");
    }

    @Test
    void dropsPicturesThatCountReaders() {
        assertThat(html("<p>x<img src='https://a.example/p.gif' width=1 height=1></p>"))
                .isEqualTo("<p>x</p>");
    }

    @Test
    void demotesTheTopHeading() {
        assertThat(html("<h1>A</h1><p>x</p>")).isEqualTo("<h2>A</h2><p>x</p>");
    }

    @Test
    void doesNotRepeatTheTitle() {
        assertThat(Body.of("<h1>Sleep  well!</h1><p>x</p><h2>Sleep well</h2>", null, "Sleep Well")
                        .html())
                .isEqualTo("<p>x</p><h2>Sleep well</h2>");
    }

    @Test
    void makesParagraphsOfBoxesAndLooseText() {
        assertThat(html("loose <b>text</b><div>a<div>b</div>c</div><section><p>d</p></section>e<br><br>f<br>g<br>"))
                .isEqualTo("<p>loose <b>text</b></p><p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p>f<br />g</p>");
        assertThat(html("<blockquote><div>a</div><div>b</div></blockquote><ul><li><div>c</div></li></ul>"))
                .isEqualTo("<blockquote><p>a</p><p>b</p></blockquote><ul><li><p>c</p></li></ul>");
        assertThat(
                        html(
                                "<span><p>a</p></span><figure><img src='https://a.example/p.jpg' alt=''><figcaption>c</figcaption></figure>"))
                .isEqualTo("<p>a</p><p><img src=\"https://a.example/p.jpg\" alt=\"\" /></p><p>c</p>");
    }

    @Test
    void dropsWhatIsEmptyOrHidden() {
        assertThat(
                        html(
                                "<p>&nbsp;</p><h2></h2><p>x</p><div style='display: none'>y</div><p hidden>z</p><ul><li> </li></ul>"))
                .isEqualTo("<p>x</p>");
    }

    @Test
    void dropsTheFooterThatABlogAddsToItsFeed() {
        assertThat(
                        html(
                                "<p>x</p><p>The post <a href='https://a.example'>T</a> appeared first on <a href='https://a.example'>B</a>.</p>"))
                .isEqualTo("<p>x</p>");
    }

    @Test
    void holdsNoControlAndNothingOfThePrivateUseArea() {
        Body body = Body.of(
                "<p>a\u0000b\u0007&#xE000;&#57345;\uE002\uF8FF\u009fc <img src='https://a.example/\uE000.png' alt='\uE001x'></p>",
                null,
                "");

        assertThat(body.html() + body.text() + body.opening())
                .doesNotMatch("(?s).*[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\uE000-\\uF8FF].*")
                .doesNotContainIgnoringCase("&#xE0")
                .doesNotContain("&#57344");
    }

    @Test
    void leavesExpressionsOfTemplatesAsTheyAre() {
        Body body = Body.of("<p>[[${7*7}]] {{first_name}} {{{x}}} [(${x})]</p>", null, "");

        assertThat(body.text()).isEqualTo("[[${7*7}]] {{first_name}} {{{x}}} [(${x})]");
        assertThat(body.html()).contains("{{first_name}}").doesNotContain("<!--");
    }

    @Test
    void opensWithTheFirstRealParagraph() {
        assertThat(Body.of(
                                "<h2>Heading</h2><p>By Jane</p><ul><li><p>An item that is long enough to be a paragraph.</p></li></ul>"
                                        + "<p>This is the first one that says something &amp; more.</p>",
                                null,
                                "")
                        .opening())
                .isEqualTo("This is the first one that says something & more.");
        assertThat(Body.of("<p>Short.</p>", null, "").opening()).isEqualTo("Short.");
        assertThat(Body.of("<ul><li>one</li><li>two</li></ul>", null, "").opening())
                .isEqualTo("one two");
    }

    @Test
    void survivesBoxesInBoxesWithoutEnd() {
        for (String tag : new String[] {
            "<div>", "<blockquote>", "<b>", "<ul><li>", "<table><tr><td>", "<a href='https://a.example'><p>"
        }) {
            assertThat(html(tag.repeat(20_000) + "x")).contains("x");
        }
    }

    private static String html(String html) {
        return Body.of(html, null, "").html();
    }

    @Test
    void keepsTheSizeOfAPictureWhereItIsWholeAndInPixels() {
        String html = "<p>"
                + "<img src='https://a.example/1.jpg' width='640' height='480px'>"
                + "<img src='https://a.example/2.jpg' width='100%' height='480'>"
                + "<img src='https://a.example/3.jpg' width='640'>"
                + "</p>";

        Body body = Body.of(html, null, "");

        assertThat(body.image()).isEqualTo(new Image("https://a.example/1.jpg", null, 640, 480));
        assertThat(body.html())
                .contains("width=\"640\" height=\"480\"")
                .containsOnlyOnce("width")
                .containsOnlyOnce("height");
    }
}
