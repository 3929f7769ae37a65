package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTests {

    private static final MergeTags TAGS = new MergeTags("Mill & Lane", Set.of("city", "_odd_"));

    @Test
    void writesBothParts() {
        Body body = render("# Flu jabs\n\nFrom **Monday**, [book](https://clinic.example/book):\n\n1. ring\n2. come\n");

        assertThat(body.html()).isEqualTo("""
                <h1>Flu jabs</h1>
                <p>From <strong>Monday</strong>, <a href="https://clinic.example/book">book</a>:</p>
                <ol>
                <li>ring</li>
                <li>come</li>
                </ol>
                """);
        assertThat(body.text()).isEqualTo("""
                Flu jabs
                --------

                From Monday, book <https://clinic.example/book>:

                1. ring
                2. come""");
    }

    @Test
    void mergeTagsBecomeSlots() {
        Body body =
                render("Dear *{{first_name|dear  friend}}* {{ last_name }} of {{city|your <b>town}}, {{_odd_|_x_}}");

        String text = "Dear " + Slots.person(Slot.Kind.FIRST_NAME, "dear friend") + " "
                + Slots.person(Slot.Kind.LAST_NAME, "") + " of " + Slots.attribute("city", "your <b>town") + ", "
                + Slots.attribute("_odd_", "_x_");
        assertThat(body.text().replace('\n', ' ')).isEqualTo(text);
        assertThat(body.html())
                .contains("<em>\uE000FIRST_NAME\uE002dear friend\uE001</em>")
                .contains("your &lt;b&gt;town");
    }

    @Test
    void theClinicsNameIsText() {
        assertThat(render("{{clinic_name}}").html()).isEqualTo("<p>Mill &amp; Lane</p>\n");
    }

    @Test
    void htmlIsText() {
        Body body = render("<div onclick=\"x\">{{first_name}}</div>\n\na <script>alert(1)</script> b");

        assertThat(body.html()).doesNotContain("<div").doesNotContain("<script").contains("FIRST_NAME");
        assertThat(body.text()).contains("<div onclick=\"x\">").contains("a <script>alert(1)</script> b");
    }

    @Test
    void codeShowsTagsAsTheyAreWritten() {
        assertThat(render("`{{first_name}}` and\n\n    {{nonsense}}\n").text())
                .isEqualTo("{{first_name}} and\n\n{{nonsense}}");
    }

    @Test
    void bracesThatAreNoTagStay() {
        assertThat(render("a } b { c }} and \\{\\{d\\}\\}").text()).isEqualTo("a } b { c }} and {{d}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{frist_name}}; {{frist_name}} is not a merge tag: use one of {{first_name|there}}, {{last_name|…}},"
                        + " {{clinic_name}}, {{_odd_|…}}, {{city|…}}",
                "{{city}}; {{city}} has no fallback: write {{city|…}}, with what stands there for people without one",
                "Dear {{first_name|there; “{{first_name|there” begins a merge tag that does not end: write }} after it",
                "[x](https://a.example/{{first_name}}); there is a merge tag in the link “https://a.example/{{first_name}}”:"
                        + " take it out, because links must not tell who somebody is",
                "<https://a.example/{{first_name}}>; there is a merge tag in the link “https://a.example/{{first_name}}”:"
                        + " take it out, because links must not tell who somebody is",
                "[x][1] [1]: y; ",
                "![x](https://a.example/{{first_name}}.png); there is a merge tag in the link"
                        + " “https://a.example/{{first_name}}.png”: take it out, because links must not tell who somebody is",
                "[x](www.clinic.example); the link “www.clinic.example” cannot be followed from a mail: let it begin with"
                        + " https://, http:// or mailto:"
            })
    void refusesWhatCannotBeSent(String markdown, String message) {
        if (message == null) {
            assertThat(render(markdown).text()).isEqualTo(markdown);
        } else {
            assertThatThrownBy(() -> render(markdown))
                    .isInstanceOf(MergeTagException.class)
                    .hasMessage(message);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "//evil.example",
                "JaVaScRiPt:x",
                "&#x6a;avascript:x"
            })
    void refusesLinksThatRunOrLeadNowhere(String url) {
        assertThatThrownBy(() -> render("[x](" + url + ")")).isInstanceOf(MergeTagException.class);
        assertThatThrownBy(() -> render("![x](" + url + ")")).isInstanceOf(MergeTagException.class);
    }

    @Test
    void whatIsTypedCannotForgeASlot() {
        Body body = render("{{first_name}} \uE0000\uE001 &#xE000;0&#57345; \uE000LAST_NAME\uE001");

        assertThat(body.text()).isEqualTo(Slots.person(Slot.Kind.FIRST_NAME, "") + " 0 \uFFFD0\uFFFD LAST_NAME");
    }

    private static Body render(String markdown) {
        return Markdown.render(markdown, TAGS);
    }
}
