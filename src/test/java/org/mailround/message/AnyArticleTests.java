package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

/** Whatever an article is made of, its text says every word that its HTML shows, in order, and no markup. */
class AnyArticleTests {

    private static final List<String> WORDS = List.of(
            "sleep",
            "well",
            "fish&amp;chips",
            "3&nbsp;&lt;&nbsp;4",
            "&amp;amp;",
            "caf&eacute;",
            "&#128564;",
            "👩‍⚕️",
            "\u05e9\u05dc\u05d5\u05dd",
            "\u0645\u0631\u062d\u0628\u0627",
            "睡眠",
            "„so“",
            "(a)",
            "-",
            "1.",
            "*",
            "#",
            "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnungsentwurf",
            "soft&shy;ly",
            "a");
    private static final String URL = "https://clinic.example/a?b=1&amp;c=" + "2".repeat(90);

    private final Random random = new Random(20261125);

    @Test
    void saysEveryWordThatIsShownInOrder() {
        for (int i = 0; i < 2000; i++) {
            String html = blocks(3);

            String text = Wrap.document(PlainText.of(html));

            int position = 0;
            for (String word : visible(html)) {
                int found = text.indexOf(word, position);
                assertThat(found).as("“%s” of %s in%n%s", word, html, text).isNotNegative();
                position = found + word.length();
            }
            assertThat(text)
                    .doesNotContainPattern("</?[a-z][a-z0-9]*( [^>]*)?>")
                    .doesNotContainPattern("&(nbsp|lt|gt|eacute|shy|#\\d+);")
                    .doesNotContain("\u00a0", "\u00ad", "\t");
            assertThat(text.lines())
                    .allMatch(line -> Wrap.width(line) <= Wrap.COLUMNS
                            || line.strip()
                                            .replaceFirst("^((> ?|[-*] |\\d+\\. )\\s*)+", "")
                                            .indexOf(' ')
                                    < 0);
        }
    }

    private String blocks(int depth) {
        StringBuilder html = new StringBuilder();
        for (int i = random.nextInt(3); i >= 0; i--) {
            html.append(block(depth));
        }
        return html.toString();
    }

    private String block(int depth) {
        String inside = depth == 0 ? inline(2) : blocks(depth - 1);
        return switch (random.nextInt(11)) {
            case 0 -> "<h%1$d>%2$s</h%1$d>".formatted(2 + random.nextInt(5), inline(1));
            case 1 -> "<ul><li>%s</li><li>%s</li></ul>".formatted(inside, inline(1));
            case 2 -> "<ol start=\"9\"><li>%s</li><li value=\"20\">%s</li><li>x</li></ol>".formatted(inline(2), inside);
            case 3 -> "<blockquote>%s</blockquote>".formatted(inside);
            case 4 ->
                "<table><caption>%s</caption><thead><tr><th>%s</th><th>%s</th></tr></thead><tbody><tr><td>%s</td><td>%s</td></tr></tbody></table>"
                        .formatted(inline(1), inline(1), inline(1), inline(1), inside);
            case 5 -> "<pre>%s\n  %s</pre>".formatted(inline(0), inline(0));
            case 6 -> "<hr>";
            case 7 ->
                "<p><a href=\"%s\"><img src=\"https://x.example/i.png\" alt=\"%s\"></a></p>".formatted(URL, word());
            case 8 -> inline(2);
            default -> "<p>%s</p>".formatted(inline(3));
        };
    }

    private String inline(int depth) {
        StringBuilder html = new StringBuilder(word());
        for (int i = random.nextInt(12); i > 0; i--) {
            html.append(random.nextInt(8) == 0 ? "" : " ");
            html.append(
                    switch (depth == 0 ? 9 : random.nextInt(10)) {
                        case 0 -> "<a href=\"%s\">%s</a>".formatted(URL, inline(depth - 1));
                        case 1 -> "<strong>%s</strong>".formatted(inline(depth - 1));
                        case 2 -> "<em>%s</em><br>".formatted(inline(depth - 1));
                        case 3 -> "<img src=\"https://x.example/i.png\" alt=\"%s\">".formatted(word());
                        case 4 -> "<code>%s</code><sub>2</sub>".formatted(word());
                        default -> word();
                    });
        }
        return html.toString();
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /** Read by another way than the program's: each text and each alternative of a picture, in the order they stand. */
    private static List<String> visible(String html) {
        StringBuilder all = new StringBuilder();
        Jsoup.parseBodyFragment(html).body().traverse((Node node, int depth) -> {
            if (node instanceof TextNode text) {
                all.append(' ').append(text.getWholeText());
            } else if (node.nameIs("img")) {
                all.append(' ').append(node.attr("alt"));
            }
        });
        String words =
                all.toString().replace('\u00a0', ' ').replace("\u00ad", "").strip();
        return words.isEmpty() ? List.of() : List.of(words.split("\\s+"));
    }
}
