package org.mailround.admin.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.admin.Desk;
import org.mailround.admin.Visitor;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.campaign.OneOff;
import org.mailround.campaign.OneOffText;
import org.mailround.campaign.OneOffs;
import org.mailround.campaign.Only;
import org.mailround.staff.Role;
import org.mailround.subscriber.Importer;
import org.mailround.subscriber.MailingList;
import org.mailround.subscriber.MailingLists;

class OneOffListPagesTests {

    @TempDir
    Path home;

    private Desk desk;
    private Visitor editor;
    private OneOffs oneOffs;
    private MailingList list;

    @BeforeEach
    void open() {
        desk = new Desk(home);
        Path people = desk.house.write("subscribers/newsletter.csv", "email\nana@example.com\n");
        desk.house.get(Importer.class).importFile(people, "newsletter", false, rows -> {});
        editor = desk.as(Role.EDITOR);
        oneOffs = desk.house.get(OneOffs.class);
        list = desk.house.get(MailingLists.class).named("newsletter");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void showsTheNewestFirstAndGoesOnToOlderOnes() {
        for (int number = 1; number <= 51; number++) {
            write("Number " + number);
        }

        Document page = editor.page("/one-offs");
        assertThat(page.select("tbody th a").eachText())
                .hasSize(50)
                .startsWith("Number 51")
                .endsWith("Number 2");

        Document older = editor.page(page.select("nav.pages a[rel=next]").attr("href"));
        assertThat(older.select("tbody th a").eachText()).containsExactly("Number 1");
        assertThat(older.select("nav.pages a[rel=next]")).isEmpty();
    }

    @Test
    void whatIsHostileIsText() {
        write("<script>alert(1)</script> [[${7*7}]]");

        Document page = editor.page("/one-offs");

        assertThat(page.select("tbody th a").text()).isEqualTo("<script>alert(1)</script> [[${7*7}]]");
    }

    @Test
    void aDraftIsChangedAndStaysOne() {
        long id = write("Flu jabs");

        Document form = editor.page("/one-offs/" + id + "/change");
        assertThat(form.select("#subject").val()).isEqualTo("Flu jabs");
        editor.submit(
                "/one-offs/" + id + "/change",
                "/one-offs/" + id + "/change",
                Map.of("subject", "Flu jabs are here", "markdown", "Come by.", "list", "newsletter"));

        OneOff changed = oneOffs.get(id);
        assertThat(changed.subject()).isEqualTo("Flu jabs are here");
        assertThat(changed.markdown()).isEqualTo("Come by.");
        assertThat(oneOffs.newest(Long.MAX_VALUE, 9)).hasSize(1);
        assertThat(oneOffs.authors(id)).containsExactly("editor");
    }

    @Test
    void whatIsWrongIsToldAndWhatWasTypedStays() {
        long id = write("Flu jabs");

        String page = editor.submit(
                        "/one-offs/" + id + "/change",
                        "/one-offs/" + id + "/change",
                        Map.of("subject", "Flu", "markdown", "Dear {{nonsense}}", "list", "newsletter"))
                .body();

        assertThat(page)
                .contains("{{nonsense}} is not a merge tag", "Dear {{nonsense}}", "/one-offs/" + id + "/change");
        assertThat(oneOffs.get(id).subject()).isEqualTo("Flu jabs");
    }

    @Test
    void aDraftIsThrownAwayAndWhatWasSentIsNot() {
        long draft = write("Draft");
        long sent = write("Sent");
        desk.house.get(Rounds.class).run(new Mission.Written(sent));

        editor.submit("/one-offs", "/one-offs/" + draft + "/delete", Map.of());

        assertThat(oneOffs.find(draft)).isEmpty();
        Document page = editor.page("/one-offs");
        assertThat(page.select("tbody .state").eachText()).containsExactly("sent");
        assertThat(page.select("form[action$=/delete]")).isEmpty();
        assertThat(page.select("tbody a[href^=/editions/]").text()).isEqualTo("Edition 1");

        editor.post("/one-offs/" + sent + "/delete", Map.of(), editor.hiddenWord("/one-offs/new"));
        assertThat(oneOffs.find(sent)).isPresent();
        assertThat(editor.page("/one-offs").text()).contains("and stays");
        assertThat(editor.get("/one-offs/" + sent + "/change").statusCode()).isEqualTo(302);
        assertThat(editor.page("/one-offs/" + sent).text())
                .contains("cannot be changed here", "Write another like it")
                .doesNotContain("Change the text");
    }

    @Test
    void whatIsForTwoListsIsNotNarrowedByTheFormOfOne() {
        MailingList other = desk.house.get(MailingLists.class).create("parents");
        long id = oneOffs.save(
                new OneOffText("Both", "Text", OneOffs.TEMPLATE, Set.of(list.id(), other.id()), Only.EVERYBODY, false),
                null);

        editor.post(
                "/one-offs/" + id + "/change",
                Map.of("subject", "Both", "markdown", "Other", "list", "parents"),
                editor.hiddenWord("/one-offs/new"));

        assertThat(oneOffs.get(id).listIds()).isEqualTo(Set.of(list.id(), other.id()));
        assertThat(oneOffs.get(id).markdown()).isEqualTo("Text");
    }

    @Test
    void whatGoesOutByItselfSaysWhen() {
        long id = write("Later");
        oneOffs.sendAt(id, desk.house.clock().instant().plus(Duration.ofDays(1)));

        Document page = desk.as(Role.VIEWER).page("/one-offs");

        assertThat(page.select("tbody tr").text()).contains("goes out by itself", "Tue 24 Nov, 09:00");
        assertThat(page.select("tbody form, main [role=button]")).isEqualTo(List.of());
    }

    private long write(String subject) {
        return oneOffs.save(subject, "Text", list, null, false);
    }
}
