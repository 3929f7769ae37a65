package org.mailround.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.article.Collector;
import org.mailround.campaign.Campaigns;
import org.mailround.campaign.Composer;
import org.mailround.staff.Audit;
import org.mailround.staff.Role;

/** What a digest's page says of its next edition's articles, and what its buttons do. */
class NextArticlesTests {

    private static final String PAGE = "/campaigns/weekly-digest";

    @TempDir
    Path home;

    private Desk desk;
    private Visitor editor;

    @BeforeEach
    void open() {
        desk = new Desk(home, "mailround.digest.max-articles=3");
        desk.house
                .article("a.md", "---\ntitle: A\ndate: 2026-11-01\n---\nText.\n")
                .article("b.md", "---\ntitle: B\ndate: 2026-11-02\ntopics: food|sport\n---\nText.\n")
                .article("c.md", "---\ntitle: C\ndate: 2026-11-03\nlink: https://clinic.example/c\n---\nText.\n")
                .article("d.md", "---\ntitle: <b>D</b>\ndate: 2026-11-04\n---\nText.\n");
        desk.house.get(Collector.class).collect();
        editor = desk.as(Role.EDITOR);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theyStandThereAsTheyWouldComeWithWhatThereIsToKnow() {
        Document page = editor.page(PAGE);

        assertThat(titles(page)).containsExactly("<b>D</b>", "C", "B", "A");
        assertThat(row("B").select("small").text()).isEqualTo("articles · Mon 2 Nov · food, sport");
        assertThat(page.select("#articles a[rel=noopener]").attr("href")).isEqualTo("https://clinic.example/c");
        assertThat(page.select("#articles ol[start=4] li")).hasSize(1);
        assertThat(page.select("#articles .limit").text()).isEqualTo("From here on by title and link alone.");
    }

    @Test
    void whatComesByItsDateMayBePutFirstAndLeftOut() {
        assertThat(buttons("C")).containsExactly("Put first", "Leave out");
    }

    @Test
    void whatIsPutFirstMayMoveAmongItsLike() {
        press("A", "put-first");
        assertThat(buttons("A")).containsExactly("By date again", "Leave out");
        press("B", "put-first");
        press("C", "put-first");

        assertThat(titles(editor.page(PAGE))).containsExactly("C", "B", "A", "<b>D</b>");
        assertThat(buttons("C")).containsExactly("Move down", "By date again", "Leave out");
        assertThat(buttons("B")).containsExactly("Move up", "Move down", "By date again", "Leave out");
        assertThat(buttons("A")).containsExactly("Move up", "By date again", "Leave out");

        press("A", "move-up");
        press("C", "move-down");
        assertThat(titles(editor.page(PAGE))).containsExactly("A", "C", "B", "<b>D</b>");
        press("A", "by-date");
        assertThat(titles(editor.page(PAGE))).containsExactly("C", "B", "<b>D</b>", "A");
    }

    @Test
    void whatIsLeftOutStandsBelowAndComesBack() {
        String leaveOut = action("C", "leave-out");
        HttpResponse<String> done = editor.submit(PAGE, leaveOut, Map.of());

        assertThat(done.headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith(PAGE + "#articles"));
        Document page = editor.page(PAGE);
        assertThat(page.select("#articles .done").text()).isEqualTo("“C” is left out.");
        assertThat(titles(page)).containsExactly("<b>D</b>", "B", "A");
        assertThat(page.select("#articles details li").text()).startsWith("C articles");
        assertThat(page.select("#now ~ .figure").text()).endsWith(": <b>D</b>");

        press("C", "put-back");
        assertThat(titles(editor.page(PAGE))).containsExactly("<b>D</b>", "C", "B", "A");
        assertThat(editor.page(PAGE).select("#articles details")).isEmpty();
    }

    @Test
    void viewersSeeThemWithoutButtons() {
        press("C", "leave-out");

        Document page = desk.as(Role.VIEWER).page(PAGE);

        assertThat(titles(page)).containsExactly("<b>D</b>", "B", "A");
        assertThat(page.select("#articles details li")).hasSize(1);
        assertThat(page.select("#articles form")).isEmpty();
    }

    @Test
    void everyDecisionIsInTheAuditTrail() {
        String id = action("C", "leave-out").replaceAll("\\D", "");
        press("C", "put-first");
        press("C", "leave-out");
        press("C", "put-back");

        assertThat(desk.house.get(Audit.class).latest(Long.MAX_VALUE, 3))
                .extracting(entry -> entry.action() + " " + entry.subject())
                .containsExactly(
                        "put an article back id %s, name weekly-digest".formatted(id),
                        "left an article out id %s, name weekly-digest".formatted(id),
                        "put an article first id %s, name weekly-digest".formatted(id));
    }

    @Test
    void whatIsNotThereCannotBeNamed() {
        for (String path : List.of("999/put-first", "999/put-back", "x/move-up", "99999999999999999999/leave-out")) {
            assertThat(editor.post(PAGE + "/articles/" + path, Map.of()).statusCode())
                    .as(path)
                    .isBetween(400, 404);
        }
    }

    @Test
    void ofTwoWhoDecideAtOnceTheSecondIsToldWhereTheFirstWasQuicker() {
        Visitor administrator = desk.as(Role.ADMINISTRATOR);
        String up = action("C", "leave-out").replace("leave-out", "move-up");
        press("C", "leave-out");

        assertThat(administrator.post(up, Map.of()).statusCode()).isEqualTo(302);
        assertThat(administrator.page(PAGE).select(".wrong").text())
                .isEqualTo(
                        "“C” has moved on meanwhile: somebody else decided about it, or an edition has it. Nothing was"
                                + " changed.");
    }

    @Test
    void whereNothingIsNewThePageSaysWhatWillStandThere() {
        for (String title : List.of("A", "B", "C", "D")) {
            press(title, "leave-out");
        }

        assertThat(editor.page(PAGE).select("#articles > p:not(.done)").text()).startsWith("Nothing yet.");
        assertThat(desk.house
                        .get(Composer.class)
                        .fresh(desk.house.get(Campaigns.class).named("weekly-digest"), true))
                .isEmpty();
    }

    private void press(String title, String decision) {
        HttpResponse<String> response = editor.submit(PAGE, action(title, decision), Map.of());
        assertThat(response.statusCode()).isEqualTo(302);
    }

    private String action(String title, String decision) {
        return row(title).expectFirst("form[action$=/" + decision + "]").attr("action");
    }

    private List<String> buttons(String title) {
        return row(title).select("button").eachText();
    }

    private Element row(String title) {
        return editor.page(PAGE).select("#articles li").stream()
                .filter(row -> row.expectFirst(".what > :first-child").text().matches("(<b>)?" + title + "(</b>)?"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> titles(Document page) {
        return page.select("#articles ol .what > :first-child").eachText();
    }
}
