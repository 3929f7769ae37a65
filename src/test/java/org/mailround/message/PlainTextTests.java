package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTests {

    @Test
    void writesHeadingsParagraphsAndLinksInPlace() {
        assertThat(
                        PlainText.of(
                                "<h2>Why <em>sleep</em></h2><p>Read\n <a href=\"https://clinic.example/a\">this page</a>,"
                                        + " <a href='https://clinic.example/b'>https://clinic.example/b</a> or"
                                        + " <a href=\"mailto:desk@clinic.example\">desk@clinic.example</a>.<br>Bye&nbsp;now</p>"))
                .isEqualTo("""
                        Why sleep
                        ---------

                        Read this page <https://clinic.example/a>, https://clinic.example/b or
                        desk@clinic.example.
                        Bye now""");
    }

    @Test
    void writesListsAsLists() {
        assertThat(PlainText.of(
                        "<p>Do:</p><ul><li>walk<ul><li>slowly</li><li>daily</li></ul></li><li><p>rest</p></li></ul>"
                                + "<ol start=9><li>one</li><li>" + "word ".repeat(20) + "</li></ol>"))
                .isEqualTo("""
                        Do:

                        - walk
                          - slowly
                          - daily
                        - rest

                        9. one
                        10. word word word word word word word word word word word word word
                            word word word word word word word""");
    }

    @Test
    void writesQuotesCodeTablesAndPictures() {
        assertThat(PlainText.of("<blockquote><p>a</p><p>b</p></blockquote><pre><code>x  y\n  z\n</code></pre><hr>"
                        + "<table><thead><tr><th>Day</th><th>Hours</th></tr></thead><tbody><tr><td>Mon</td><td>9–5</td></tr></tbody>"
                        + "</table><img src=x alt='A bed'><img src=x alt=''>"))
                .isEqualTo("""
                        > a
                        >
                        > b

                        x  y
                          z

                        ------------------------

                        Day | Hours
                        Mon | 9–5

                        [A bed]""");
    }

    @Test
    void leavesNoMarkupAndNothingActive() {
        assertThat(PlainText.of(
                        "<div>a<script>alert(1)</script><style>p{}</style><a href='javascript:x'>b</a> &lt;c&gt;"
                                + "<a href=\"https://clinic.example/\"><h3>d</h3></a><span></span></div><!-- e -->"))
                .isEqualTo("""
                        ab <c>

                        d
                        -
                        <https://clinic.example/>""");
    }

    @Test
    void wrapsAtSeventyTwoColumnsButNeverInsideAnAddress() {
        String url = "https://clinic.example/" + "x".repeat(90);

        assertThat(PlainText.of("<p>" + "words and ".repeat(20) + "<a href=\"" + url + "\">more</a> here</p>")
                        .lines())
                .contains("<" + url + ">")
                .allMatch(line -> line.length() <= 72 || line.equals("<" + url + ">"));
    }

    @Test
    void putsNoBlanksIntoLanguagesThatHaveNone() {
        String sentence = "睡眠は、健康のために大切です。".repeat(12);

        assertThat(PlainText.of("<p>" + sentence + "</p>")).isEqualTo(sentence);
    }

    @Test
    void countsColumnsAsATerminalDoes() {
        assertThat(Wrap.width("睡眠")).isEqualTo(4);
        assertThat(Wrap.width("e\u0301")).isEqualTo(1);
    }

    @Test
    void neverBreaksASlot() {
        String slot = Slots.person(Slot.Kind.FIRST_NAME, "dear reader of ours");

        assertThat(PlainText.of("<p>" + "x".repeat(60) + " " + slot + "</p>")).isEqualTo("x".repeat(60) + "\n" + slot);
    }

    @Test
    void manyNestedListsEndSomewhere() {
        assertThat(PlainText.of("<ul><li>".repeat(400) + "deep")).contains("deep");
    }

    @Test
    void wrapsADocumentAndIndentsWhatHangs() {
        assertThat(Wrap.document(
                        "\n\na  b\n\n\n\n- " + "word ".repeat(15) + "\n> " + "word ".repeat(15) + "\n-- \nend\n\n"))
                .isEqualTo("""
                        a  b

                        - word word word word word word word word word word word word word word
                          word
                        > word word word word word word word word word word word word word word
                        > word
                        --\s
                        end
                        """);
    }
}
