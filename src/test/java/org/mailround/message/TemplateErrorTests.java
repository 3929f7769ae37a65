package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.campaign.Shown;

class TemplateErrorTests {

    @TempDir
    Path home;

    House house;

    @BeforeEach
    void open() {
        house = new House(home);
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        Files.delete(home.resolve("templates/digest.txt"));

        assertError("templates/digest.txt is missing: put it there, or use another template");
    }

    @Test
    void aMisspeltVariableIsNamedWithItsLine() {
        html("<p>\n<b th:text=\"${subjct}\">x</b></p>");

        assertError("templates/digest.html, line 2: there is no variable “subjct”: correct its name, or take it out");
    }

    @Test
    void aMisspeltPropertyIsNamedWithItsLine() {
        html("<p>\n\n<b th:text=\"${clinic.nam}\">x</b></p>");

        assertError("templates/digest.html, line 3: “clinic.nam” cannot be worked out: correct it, or take it out");
    }

    @Test
    void commentsCountAmongTheLines() {
        html("<!--/*\nFor those\nwho edit.\n*/-->\n<p>\n<!--/* x */--><b th:text=\"${subjct}\">x</b></p>");

        assertError("templates/digest.html, line 6: there is no variable “subjct”: correct its name, or take it out");
    }

    @Test
    void aBrokenExpressionInTheTextIsNamedWithItsLine() {
        house.template("digest.txt", "x\n\n[(${clinic.)]\n[(${links.unsubscribe})]");

        assertThatThrownBy(() -> house.render(House.digest()))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("templates/digest.txt, line 3: ");
    }

    @Test
    void aBlockThatIsNotClosedIsNamedWithItsLine() {
        house.template("digest.txt", "x\n[# th:if=\"${lead}\"]\n[(${links.unsubscribe})]");

        assertThatThrownBy(() -> house.render(House.digest()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("templates/digest.txt");
    }

    @Test
    void aTemplateOfOneOffsIsNotForDigests() {
        html("<p th:utext=\"${body.html}\">x</p>");

        assertError("templates/digest.html, line 1: “body.html” cannot be worked out: correct it, or take it out");
    }

    @Test
    void everyPartNeedsALinkToUnsubscribe() {
        house.template("digest.txt", "Hello");

        assertError("templates/digest.txt has no link to unsubscribe: put ${links.unsubscribe} into its footer");
    }

    @Test
    void linksMustNotTellWhoSomebodyIs() {
        html("<a th:href=\"|https://clinic.example/?n=${person.firstName('x')}|\">x</a>");

        assertError("templates/digest.html puts something of the recipient into a href: take it out, because links must"
                + " not tell who somebody is");
    }

    @Test
    void slotsCannotBeChanged() {
        html(
                "<p th:text=\"${#strings.substring(person.firstName('there'), 3)}\">x</p><a th:href=\"${links.unsubscribe}\">x</a>");

        assertError("templates/digest.html changes a value of person or links: print them as they are");
    }

    @Test
    void slotsDoNotStandInStyles() {
        html("<style th:text=\"${person.firstName('x')}\">x</style><a th:href=\"${links.unsubscribe}\">x</a>");

        assertError("templates/digest.html puts something of the recipient into a <style>: it can stand in text alone,"
                + " so take it out");
    }

    @Test
    void aStyleThatIsNoCssIsNamed() {
        html("<style>\np { color: }}} red\n</style><a th:href=\"${links.unsubscribe}\">x</a>");

        assertThatThrownBy(() -> house.render(House.digest()))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("templates/digest.html has a <style> that is no CSS, at its line 2: ");
    }

    @Test
    void aSharedStyleSheetThatIsNoCssIsNamed() {
        house.shipped();
        house.template("layout.css", "p { color: red; }\n} } {{ ;;;\n");

        assertThatThrownBy(() -> house.render(House.digest()))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith(
                        "the sheet that templates/digest.html shares with others, such as templates/layout.css, is no CSS, at its line 2: ");
    }

    @Test
    void aTemplateIsNamedNotPathed() throws Exception {
        Files.writeString(home.resolve("secret.html"), "secret");

        assertThatThrownBy(() -> new House(home)
                        .render(new org.mailround.campaign.Content(
                                "../secret", "x", "x", House.digest().date(), java.util.List.of(), null)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("“../secret” is no name of a template");
    }

    @Test
    void wordsThatAreMissingAreNamedWithTheTemplateAndItsLine() {
        house.shipped();
        house.template("words_en.properties", ShippedWords.of("en").replace("digest.also=", "digest.aslo="));

        assertThatThrownBy(() -> house.render(House.digest(House.article(Shown.TITLE, "x", ""))))
                .isInstanceOf(TemplateException.class)
                .hasMessageMatching(
                        "templates/digest.html, line \\d+: there are no words “digest.also” in templates/words_en.properties: write them there");
    }

    @Test
    void wordsThatAreMissingInOneLanguageAreFoundWhenItIsRendered() {
        house.shipped();
        house.template("words_de.properties", ShippedWords.of("de").replaceFirst("hello=.*", ""));

        house.renderer.render(House.digest(), Set.of("es"));
        assertThatThrownBy(() -> house.renderer.render(House.digest(), Set.of("de")))
                .isInstanceOf(TemplateException.class)
                .hasMessageMatching(
                        "templates/digest.html, line \\d+: there are no words “hello” in templates/words_de.properties: write them there");
    }

    @Test
    void aMissingLayoutIsNamed() throws Exception {
        for (String file : List.of("layout.html", "layout.css", "layout-foot.txt")) {
            house.shipped();
            Files.delete(home.resolve("templates").resolve(file));

            assertThatThrownBy(() -> house.render(House.digest()))
                    .isInstanceOf(TemplateException.class)
                    .hasMessage("templates/%s is missing: put it there, or take out what asks for it".formatted(file));
        }
    }

    @Test
    void whatIsWrongInTheLayoutIsNamedThere() throws Exception {
        house.shipped();
        house.template(
                "layout.html",
                Files.readString(Path.of("templates/layout.html")).replace("${why}", "${whyy}"));

        assertThatThrownBy(() -> house.render(House.digest()))
                .isInstanceOf(TemplateException.class)
                .hasMessageMatching(
                        "templates/layout.html, line \\d+: there is no variable “whyy”: correct its name, or take it out");
    }

    @Test
    void aPartOfTheLayoutThatIsNotThereIsNamed() {
        html("<p th:replace=\"~{layout.html :: tlak}\">x</p>");
        house.template("layout.html", "<html><body><p th:fragment=\"talk\">x</p></body></html>");

        assertError(
                "templates/digest.html, line 1: “~{layout.html :: tlak}” cannot be worked out: correct it, or take it out");
    }

    @Test
    void aDateThatIsNoDateIsNamed() {
        house.shipped();
        house.template("words_en.properties", ShippedWords.of("en").replace("date=d MMMM uuuu", "date=dd.bbbb"));

        assertThatThrownBy(() -> house.render(House.digest()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("“date” is no way to write a date (dd.bbbb): write it as in d MMMM uuuu");
    }

    private void html(String content) {
        house.template("digest.html", content);
    }

    private void assertError(String message) {
        assertThatThrownBy(() -> house.render(House.digest()))
                .isInstanceOfSatisfying(
                        TemplateException.class, e -> assertThat(e.getMessage()).isEqualTo(message));
    }
}
