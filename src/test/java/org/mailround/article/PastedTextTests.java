package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PastedTextTests {

    @Test
    void theFirstLineIsTheTitleAsItIsWritten() {
        assertThat(PastedText.of("\n\n  Why <b>knees</b> & hips ache?\n\nBecause.")
                        .title())
                .isEqualTo("Why <b>knees</b> & hips ache?");
    }

    @Test
    void aPageCopiedFromABlogKeepsItsShape() throws IOException {
        PastedText text = PastedText.of(fixture("stairs.txt"));

        assertThat(text.title()).isEqualTo("Stairs Without Aching Knees");
        assertThat(text.html()).isEqualTo(fixture("stairs.html").replace("\n", ""));
    }

    @Test
    void everyKindOfBulletMakesAList() {
        assertThat(html("- one\n- two")).isEqualTo("<ul><li>one</li><li>two</li></ul>");
        assertThat(html("* one\n\n\n* two")).isEqualTo("<ul><li>one</li><li>two</li></ul>");
        assertThat(html("•one\n•\ttwo")).isEqualTo("<ul><li>one</li><li>two</li></ul>");
        assertThat(html("1) one\n2) two")).isEqualTo("<ol><li>one</li><li>two</li></ol>");
    }

    @Test
    void numbersStayAsTheyAre() {
        assertThat(html("3. three\n4. four\n7. seven"))
                .isEqualTo("<ol start=\"3\"><li>three</li><li>four</li><li value=\"7\">seven</li></ol>");
    }

    @Test
    void aListOfNumbersGoesOnPastItsParagraphs() {
        assertThat(html("1. one\n\n2. two\n\nTwo explained.\n\nAnd again.\n\n3. three"))
                .isEqualTo("<ol><li>one</li><li><p><strong>two</strong></p><p>Two explained.</p><p>And again.</p></li>"
                        + "<li>three</li></ol>");
    }

    @Test
    void aParagraphThatLeadsOverEndsTheListBeforeIt() {
        assertThat(html("- one\n\n- two\n\nAnd do not:\n\n- three\n\n- four"))
                .isEqualTo("<ul><li>one</li><li>two</li></ul><p>And do not:</p><ul><li>three</li><li>four</li></ul>");
    }

    @Test
    void aListBrokenByAHandStaysOneItem() {
        assertThat(html("- a bullet\n  that goes on\n- another"))
                .isEqualTo("<ul><li>a bullet that goes on</li><li>another</li></ul>");
        assertThat(html("""
                - a bullet that is long enough that a program broke
                it where the line was full
                - another"""))
                .isEqualTo("<ul><li>a bullet that is long enough that a program broke it where the line was full</li>"
                        + "<li>another</li></ul>");
    }

    @Test
    void aDateIsNoList() {
        assertThat(html("12. March is the day on which we are closed.\n\nCome on the thirteenth."))
                .isEqualTo("<p>12. March is the day on which we are closed.</p><p>Come on the thirteenth.</p>");
        assertThat(html("The practice will be closed for a whole day in March, on the\n12. of it, for works."))
                .isEqualTo("<p>The practice will be closed for a whole day in March, on the 12. of it, for works.</p>");
    }

    @Test
    void linesBrokenOnPurposeStayBroken() {
        assertThat(html("We are at\n1 Quay Street\nRiverside."))
                .isEqualTo("<p>We are at<br>1 Quay Street<br>Riverside.</p>");
    }

    @Test
    void textWithoutBlankLinesIsParagraphsAllTheSame() {
        String sentence = "A long sentence that nobody would break by hand goes on and on "
                        .repeat(3)
                        .strip() + ".";

        assertThat(html(sentence + "\nWhat Helps\n" + sentence + "\n- one\n- two\n" + sentence))
                .isEqualTo("<p>%1$s</p><h2>What Helps</h2><p>%1$s</p><ul><li>one</li><li>two</li></ul><p>%1$s</p>"
                        .formatted(sentence));
    }

    @Test
    void theLastLineIsNoHeading() {
        assertThat(html("Take care of yourself.\n\nDr Jane Doe"))
                .isEqualTo("<p>Take care of yourself.</p><p>Dr Jane Doe</p>");
    }

    @Test
    void theLineUnderAHeadingIsDropped() {
        assertThat(html("=====\n\nFirst.\n\nPart two\n--------\nSecond.\n\n* * *\n\nThird."))
                .isEqualTo("<p>First.</p><h2>Part two</h2><p>Second.</p><hr><p>Third.</p>");
    }

    @Test
    void navigationIsDroppedAtTheEndAlone() {
        assertThat(html("Text.\n\nPrevious\nPrevious\n\nSleep well\n\nNext\nNext\n\nEat well?\n"))
                .isEqualTo("<p>Text.</p>");
        assertThat(html("Text.\n\nNext\n")).isEqualTo("<p>Text.</p>");
        assertThat(html("Text.\n\n← Previous post: \nSleep well")).isEqualTo("<p>Text.</p>");
        assertThat(html("Text.\n\nNext\n\nCall us and come by."))
                .isEqualTo("<p>Text.</p><h2>Next</h2><p>Call us and come by.</p>");
    }

    @Test
    void markupAndExpressionsAreText() {
        assertThat(html("Say <script>alert(1)</script> & [[${7*7}]] {{first_name}}."))
                .isEqualTo("<p>Say &lt;script&gt;alert(1)&lt;/script&gt; &amp; [[${7*7}]] {{first_name}}.</p>");
    }

    private static String fixture(String name) throws IOException {
        try (InputStream in = PastedTextTests.class.getResourceAsStream("/articles/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String html(String text) {
        return PastedText.of("Title\n" + text).html();
    }
}
