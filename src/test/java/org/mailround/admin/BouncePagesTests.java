package org.mailround.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.TestRelay;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.rfc.EmailAddress;
import org.mailround.staff.Audit;
import org.mailround.staff.Role;
import org.mailround.subscriber.Suppressions;
import org.subethamail.smtp.RejectException;

/** What staff see of mail that failed, and can undo. */
class BouncePagesTests {

    private static final EmailAddress GONE = EmailAddress.parse("gone@example.net");

    @TempDir
    Path home;

    TestRelay relay = new TestRelay();
    TestHouse house;

    @BeforeEach
    void open() {
        relay.behave(new TestRelay.Behaviour() {
            @Override
            public void onRecipient(String recipient) throws RejectException {
                if (recipient.startsWith("gone@")) {
                    throw new RejectException(550, "5.1.1 <script> user unknown");
                }
            }
        });
        house = new TestHouse(
                Database.H2, home, TestHouse.serving("spring.mail.host=127.0.0.1", "spring.mail.port=" + relay.port()));
        house.list("people", "email", "ana@example.com", "bo@example.com", "gone@example.net")
                .article("walk.txt", "A walk a day\n\nIt does you good.\n");
        house.get(Rounds.class).run(new Mission.Digest("weekly-digest"));
    }

    @AfterEach
    void close() {
        house.close();
        relay.close();
    }

    @Test
    void thePageOfSomebodySaysWhatCameBackInPlainWordsAndInTheServersOwn() {
        Visitor viewer = Visitor.signedIn(house, Role.VIEWER);

        Document page = viewer.page(pathOfGone(viewer));

        assertThat(page.text())
                .contains("Nobody is there any more (unknown user).")
                .contains("<script> user unknown")
                .contains("earlier mail to them came back");
        assertThat(page.select("form[action$=/lift]")).isEmpty();
    }

    @Test
    void anEditorLetsMailGoThereAgainAndThatIsInTheAuditTrail() {
        Visitor editor = Visitor.signedIn(house, Role.EDITOR);
        String path = pathOfGone(editor);

        assertThat(editor.page(path).select("form[action$=/lift]")).hasSize(1);
        editor.post(path + "/lift", Map.of());

        assertThat(house.get(Suppressions.class).isSuppressed(GONE)).isFalse();
        assertThat(editor.page(path).select("form[action$=/lift]")).isEmpty();
        assertThat(house.get(Audit.class).latest(Long.MAX_VALUE, 5))
                .anyMatch(it -> it.action().equals("let mail go again to a recipient"));
    }

    @Test
    void whatAPersonWishedIsNotForStaffToChangeHere() {
        Visitor editor = Visitor.signedIn(house, Role.EDITOR);
        house.get(Suppressions.class).suppress(EmailAddress.parse("ana@example.com"), "unsubscribed");
        String path =
                editor.page("/editions/1/recipients?q=ana").select("tbody th a").attr("href");

        assertThat(editor.page(path).select("form[action$=/lift]")).isEmpty();
        editor.post(path + "/lift", Map.of());

        assertThat(house.get(Suppressions.class).isSuppressed(EmailAddress.parse("ana@example.com")))
                .isTrue();
    }

    @Test
    void domainsAreToldApart() {
        Visitor viewer = Visitor.signedIn(house, Role.VIEWER);

        Document page = viewer.page("/editions/1/domains");

        assertThat(page.select("tbody tr").eachText())
                .containsExactly("example.com 2 2 0 0 0 0 0 0 0", "example.net 1 0 1 0 0 0 1 0 0");
        assertThat(viewer.page("/editions/1").select("a[href=/editions/1/domains]"))
                .hasSize(1);
    }

    private static String pathOfGone(Visitor visitor) {
        return visitor.page("/editions/1/recipients?q=gone")
                .select("tbody th a")
                .attr("href");
    }
}
