package org.mailround.admin.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.admin.Desk;
import org.mailround.admin.Visitor;
import org.mailround.rfc.EmailAddress;
import org.mailround.staff.Account;
import org.mailround.staff.Accounts;
import org.mailround.staff.Role;

class AccountPageTests {

    private static final String PASSWORD = "a walk by the river";
    private static final String OTHER = "another horse entirely";

    @TempDir
    Path home;

    private Desk desk;
    private Visitor viewer;

    @BeforeEach
    void open() {
        desk = new Desk(home);
        viewer = desk.as(Role.VIEWER);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theNameInTheHeaderLeadsThere() {
        assertThat(viewer.page("/").select("header.top a[href=/account]").text())
                .isEqualTo("viewer");
        assertThat(viewer.page("/account").select("h1").text()).isEqualTo("My account");
    }

    @Test
    void anotherPasswordNeedsTheOldOneAndEndsTheSessionsElsewhere() {
        Visitor elsewhere = signedIn(PASSWORD);
        assertThat(change("wrong wrong wrong", OTHER)).contains("That is not the password");
        assertThat(change(PASSWORD, "too short")).contains("too short");
        assertThat(elsewhere.get("/").statusCode()).isEqualTo(200);

        assertThat(change(PASSWORD, OTHER)).contains("Your password is changed");
        assertThat(viewer.get("/").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/").statusCode()).isEqualTo(302);
        assertThat(desk.stranger().signIn("viewer", PASSWORD).headers().firstValue("Location"))
                .hasValueSatisfying(it -> assertThat(it).endsWith("/login?error"));
        assertThat(signedIn(OTHER).get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverGuessesAtTheOldOneIsLockedOut() {
        for (int i = 0; i < 4; i++) {
            assertThat(change("wrong wrong wrong", OTHER)).contains("That is not the password");
        }
        assertThat(change("wrong wrong wrong", OTHER)).contains("Too many tries");
        assertThat(change(PASSWORD, OTHER)).contains("Too many tries");
        assertThat(desk.as(Role.ADMINISTRATOR).get("/audit").body()).contains("was locked");

        Visitor administrator = desk.as(Role.ADMINISTRATOR);
        assertThat(administrator.page("/people").text()).contains("viewer locked");
        administrator.submit("/people", "/people/%d/unlock".formatted(account().id()), Map.of());
        assertThat(administrator.page("/people").text())
                .contains("viewer can sign in again")
                .doesNotContain("viewer locked");
        assertThat(change(PASSWORD, OTHER)).contains("Your password is changed");
    }

    @Test
    void sessionsElsewhereEndAndThisOneGoesOnWithAnotherNumber() {
        Visitor elsewhere = signedIn(PASSWORD);
        HttpResponse<String> response = viewer.submit("/account", "/account/sessions/end", Map.of());
        assertThat(response.headers().allValues("Set-Cookie")).anyMatch(it -> it.startsWith("mailround="));
        assertThat(viewer.page("/account").text()).contains("You are signed in here alone");
        assertThat(elsewhere.get("/").statusCode()).isEqualTo(302);
    }

    @Test
    void theAddressIsChecked() {
        viewer.submit("/account", "/account/email", Map.of("email", "viewer@clinic.example"));
        assertThat(account().email()).isEqualTo(EmailAddress.parse("viewer@clinic.example"));
        viewer.submit("/account", "/account/email", Map.of("email", "no address"));
        assertThat(viewer.page("/account").text()).contains("cannot be used as an e-mail address");
        assertThat(account().email()).isEqualTo(EmailAddress.parse("viewer@clinic.example"));
        viewer.submit("/account", "/account/email", Map.of("email", ""));
        assertThat(account().email()).isNull();
    }

    @Test
    void pagesAreInTheLanguageThatSomebodyChose() {
        viewer.submit("/account", "/account/language", Map.of("language", "de"));
        assertThat(viewer.page("/account").text()).contains("Mein Konto", "Ihre Seiten sind jetzt in dieser Sprache");
        assertThat(viewer.page("/subscribers").select("html").attr("lang")).isEqualTo("de");
        assertThat(desk.as(Role.EDITOR).page("/").select("html").attr("lang")).isEqualTo("en");

        viewer.submit("/account", "/account/language", Map.of("language", "xx"));
        assertThat(viewer.page("/account").text()).contains("My account");
    }

    private String change(String old, String other) {
        viewer.submit("/account", "/account/password", Map.of("old", old, "password", other));
        return viewer.page("/account").text();
    }

    private Visitor signedIn(String password) {
        Visitor visitor = desk.stranger();
        visitor.signIn("viewer", password);
        return visitor;
    }

    private Account account() {
        return desk.house.get(Accounts.class).named("viewer");
    }
}
