package org.mailround.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.TestSite;

class LinkCheckTests {

    private final TestSite site = new TestSite();

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "404,error,link.dead",
        "410,error,link.dead",
        "500,error,link.dead",
        "503,error,link.dead",
        "401,warning,link.shut",
        "403,warning,link.shut",
        "429,warning,link.shut"
    })
    void whatIsAnsweredIsJudged(int status, String severity, String code) {
        site.answer("/page", status, "text/html", new byte[0]);

        assertThat(found(true, "<a href='%s'>x</a>".formatted(site.url("/page"))))
                .filteredOn(finding -> !finding.code().equals("link.insecure"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(code);
                    assertThat(finding.severity().label()).isEqualTo(severity);
                    assertThat(finding.sentence())
                            .contains(site.url("/page"), String.valueOf(status), "“A walk a day”");
                });
    }

    @Test
    void aPageThatKnowsNoHeadIsAskedForItself() {
        site.pageByGetAlone("/page");

        assertThat(codes(true, "<a href='%s'>x</a>".formatted(site.url("/page"))))
                .containsExactly("link.insecure", "link.answered");
        assertThat(site.asked()).containsExactly("HEAD /page", "GET /page");
    }

    @Test
    void eachLinkIsAskedOnce() {
        site.page("/page");

        found(true, "<a href='%1$s'>x</a><a href='%1$s'>y</a>".formatted(site.url("/page")));

        assertThat(site.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:news@clinic.example",
                "tel:01632",
                "#top",
                "http://127.0.0.1:1/unsubscribe/\uE000UNSUBSCRIBE\uE001"
            })
    void whatIsNoPageAndARecipientsOwnLinksAreNotAsked(String url) {
        assertThat(found(true, "<a href='" + url + "'>x</a>")).isEmpty();
    }

    @Test
    void thisMachineIsNoPlaceForARealMailingAndIsNotAsked() {
        site.page("/canary");

        assertThat(codes(false, "<a href='%s'>x</a>".formatted(site.url("/canary"))))
                .containsExactly("link.insecure", "link.private");
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void aHostWhereNobodyAnswersIsDead() {
        String url = site.url("/page");
        site.close();

        assertThat(found(true, "<a href='%s'>x</a>".formatted(url)))
                .extracting(Finding::sentence)
                .contains(
                        url
                                + " in the article “A walk a day” is dead, as nobody answers there: correct it or take it out.");
    }

    @Test
    void noneLeadsOnIntoAPrivateNetwork() {
        site.redirect("/page", "http://10.0.0.1/");

        assertThat(codes(true, "<a href='%s'>x</a>".formatted(site.url("/page"))))
                .containsExactly("link.insecure", "link.private");
    }

    @ParameterizedTest
    @CsvSource({"true,link.reserved,ok", "false,link.reserved,error"})
    void aDomainMadeForExamplesIsNotAsked(boolean trial, String code, String severity) {
        assertThat(found(trial, "<a href='https://clinic.example/page'>x</a>"))
                .singleElement()
                .matches(finding -> finding.code().equals(code))
                .matches(finding -> finding.severity().label().equals(severity));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page",
                "javascript:alert(1)",
                "ftp://clinic.example/x",
                "https://",
                "https://clinic.example:99999/",
                ""
            })
    void whatNoMailProgramCanOpenIsDead(String url) {
        assertThat(codes(true, "<a href='" + url + "'>x</a>")).containsExactly("link.dead");
    }

    @Test
    void aLinkThatAnswersTooLateIsToldAsSuch() {
        Findings found = new Findings();
        site.page("/page");

        new LinkCheck(StubRelay.HERE)
                .examine(
                        List.of(Proposed.html("<a href='%s'>x</a>".formatted(site.url("/page")))),
                        Deadline.in(Duration.ZERO),
                        found);

        assertThat(found.list()).extracting(Finding::code).contains("link.unanswered");
        assertThat(site.asked()).isEmpty();
    }

    private List<String> codes(boolean trial, String html) {
        return found(trial, html).stream().map(Finding::code).toList();
    }

    private List<Finding> found(boolean trial, String html) {
        Findings found = new Findings();
        new LinkCheck(trial ? StubRelay.HERE : StubRelay.ELSEWHERE)
                .examine(
                        List.of(Proposed.html(html, Proposed.article(site.url("/page"), null, null))),
                        Deadline.in(Duration.ofMinutes(1)),
                        found);
        return found.list();
    }
}
