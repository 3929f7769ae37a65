package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class CssInlinerTests {

    @Test
    void theMoreSpecificRuleWinsAndThenTheLater() {
        assertThat(style(
                        "p { color: red } .a { color: green } #i { color: blue } p { color: black }",
                        "<p class=a id=i>"))
                .isEqualTo("color:blue");
        assertThat(style("p { color: red } p { color: green }", "<p>")).isEqualTo("color:green");
        assertThat(style("div p { color: red } p { color: green }", "<div><p>")).isEqualTo("color:red");
        assertThat(style("[lang] { color: red } p { color: green }", "<p lang=en>"))
                .isEqualTo("color:red");
    }

    @Test
    void aShorthandDoesNotUndoWhatRefinesIt() {
        assertThat(style(".a { padding-left: 4px } p { padding: 0 }", "<p class=a>"))
                .isEqualTo("padding:0;padding-left:4px");
        assertThat(style("p { padding-left: 4px } .a { padding: 0 }", "<p class=a>"))
                .isEqualTo("padding-left:4px;padding:0");
    }

    @Test
    void theAttributeWinsButNotOverWhatIsImportant() {
        assertThat(style("p { color: red; margin: 0 !important }", "<p style='color: blue; margin: 4px;'>"))
                .isEqualTo("color:red;color: blue; margin: 4px;margin:0");
    }

    @Test
    void aFallbackInOneRuleStays() {
        assertThat(style("p { width: 100px; width: calc(100% - 2px) }", "<p>"))
                .isEqualTo("width:100px;width:calc(100% - 2px)");
    }

    @Test
    void whatAnAttributeCannotSayStays() {
        Document document = inlined(
                "a, a:hover { color: red } @media (max-width: 600px) { p { margin: 0 } } u + .body { color: red } p { x: y }"
                        + " @font-face { font-family: F; src: url(f.woff) }",
                "<p><a>");

        assertThat(document.expectFirst("style").data().replaceAll("\\s+", " "))
                .isEqualTo(" a:hover { color:red; } @media (max-width:600px) { p { margin:0; } } u+.body { color:red; }"
                        + " @font-face { font-family:F; src:url(f.woff); } ");
        assertThat(document.select("a").attr("style")).isEqualTo("color:red");
    }

    @Test
    void aSheetWithNothingLeftGoes() {
        assertThat(inlined("p { color: red }", "<p>").select("style")).isEmpty();
    }

    @Test
    void aSheetToKeepIsLeftAlone() {
        Document document = Jsoup.parse("<style data-keep>p { color: red }</style><p>x</p>");

        CssInliner.inline("x.html", document);

        assertThat(document.head().html()).isEqualTo("<style>p { color: red }</style>");
        assertThat(document.select("p").hasAttr("style")).isFalse();
    }

    @Test
    void quotesAndAddressesSurviveTheAttribute() {
        Document document = inlined(
                "p { font-family: \"Segoe UI\", 'Arial'; background: url(\"https://x.example/a b.png\") }", "<p>");

        assertThat(Jsoup.parse(document.outerHtml()).select("p").attr("style"))
                .contains("\"Segoe UI\"")
                .contains("https://x.example/a b.png");
    }

    private static String style(String css, String body) {
        return inlined(css, body).select("p").attr("style");
    }

    private static Document inlined(String css, String body) {
        Document document = Jsoup.parse("<!doctype html><head><style>" + css + "</style></head><body>" + body);
        CssInliner.inline("x.html", document);
        return document;
    }
}
