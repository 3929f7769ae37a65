package org.mailround.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.staff.Accounts;
import org.mailround.staff.Audit;
import org.mailround.staff.AuditEntry;
import org.mailround.staff.Role;
import org.mailround.staff.StaffLinks;

/** Who comes in, and how. */
class SignInTests {

    @TempDir
    Path home;

    @Test
    void theFirstAdministratorIsMadeByALinkThatWorksOnce() {
        try (TestHouse house = new TestHouse(Database.H2, home, TestHouse.serving())) {
            String token = house.get(StaffLinks.class).forSetup();
            Visitor first = Visitor.whoStays(house);
            assertThat(first.get("/setup/" + token).body()).contains("Welcome to Mailround");
            assertThat(setUp(first, token, "too short").body()).contains("The password is too short");

            assertThat(location(setUp(first, token, Visitor.PASSWORD))).endsWith("/login?ready");
            assertThat(house.get(Accounts.class).named("ana").role()).isEqualTo(Role.ADMINISTRATOR);
            assertThat(location(first.get("/setup/" + token))).endsWith("/login");
            assertThat(location(setUp(first, token, Visitor.PASSWORD))).endsWith("/login");
            assertThat(house.get(Accounts.class).all()).hasSize(1);

            assertThat(location(first.signIn("Ana", Visitor.PASSWORD))).doesNotContain("error");
            assertThat(first.get("/people").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void withoutItsTokenTheSetUpIsAsClosedAsEverything() {
        try (TestHouse house = new TestHouse(Database.H2, home, TestHouse.serving())) {
            String old = house.get(StaffLinks.class).forSetup();
            String token = house.get(StaffLinks.class).forSetup();
            Visitor stranger = Visitor.whoStays(house);
            assertThat(location(stranger.get("/setup/" + old))).endsWith("/login");
            assertThat(location(stranger.get("/setup/" + token.substring(1)))).endsWith("/login");
            assertThat(location(stranger.get("/setup/"))).endsWith("/login");
            house.clock().advance(StaffLinks.LIFETIME);
            assertThat(location(stranger.get("/setup/" + token))).endsWith("/login");
        }
    }

    @Test
    void wrongPasswordsInARowLockTheAccountForAWhileAndNobodyIsToldWhich() {
        try (Desk desk = new Desk(home)) {
            Visitor visitor = desk.stranger();
            for (int i = 0; i < 5; i++) {
                assertThat(location(visitor.signIn("editor", "wrong wrong wrong")))
                        .endsWith("/login?error");
            }
            assertThat(location(visitor.signIn("editor", Visitor.PASSWORD))).endsWith("/login?error");
            assertThat(location(visitor.signIn("nobody", Visitor.PASSWORD))).endsWith("/login?error");
            assertThat(location(desk.stranger().signIn("viewer", Visitor.PASSWORD)))
                    .endsWith("/");

            desk.house.clock().advance(Duration.ofMinutes(16));
            assertThat(location(visitor.signIn("editor", Visitor.PASSWORD))).endsWith("/");
        }
    }

    @Test
    void aResetLinkGivesANewPasswordEndsTheLockAndTheSessionsThatAreOpen() {
        try (Desk desk = new Desk(home)) {
            Visitor before = desk.as(Role.EDITOR);
            assertThat(before.get("/").statusCode()).isEqualTo(200);
            String token = desk.house
                    .get(StaffLinks.class)
                    .forPassword(desk.house.get(Accounts.class).named("editor"));
            Visitor visitor = desk.stranger();
            assertThat(visitor.get("/password/" + token).body()).contains("editor");
            assertThat(location(visitor.post("/password/" + token, Map.of("password", "another horse entirely"))))
                    .endsWith("/login?ready");

            assertThat(location(before.get("/"))).endsWith("/login");
            assertThat(location(visitor.signIn("editor", Visitor.PASSWORD))).endsWith("/login?error");
            assertThat(location(visitor.signIn("editor", "another horse entirely")))
                    .endsWith("/");
            assertThat(location(desk.stranger().get("/password/" + token))).endsWith("/login");
        }
    }

    @Test
    void anotherRoleEndsTheSessionsThatAreOpen() {
        try (Desk desk = new Desk(home)) {
            Visitor administrator = desk.as(Role.ADMINISTRATOR);
            Visitor approver = desk.as(Role.APPROVER);
            long id = desk.house.get(Accounts.class).named("approver").id();
            administrator.post("/people/" + id + "/role", Map.of("role", "VIEWER"));
            assertThat(location(approver.get("/"))).endsWith("/login");
        }
    }

    @Test
    void theLastAdministratorStays() {
        try (Desk desk = new Desk(home)) {
            Accounts accounts = desk.house.get(Accounts.class);
            long id = accounts.named("administrator").id();
            Visitor administrator = desk.as(Role.ADMINISTRATOR);
            administrator.post("/people/" + id + "/role", Map.of("role", "VIEWER"));
            administrator.post("/people/" + id + "/remove", Map.of());
            assertThat(administrator.get("/people").body()).contains("At least one administrator must stay");
            assertThat(accounts.named("administrator").role()).isEqualTo(Role.ADMINISTRATOR);
        }
    }

    @Test
    void aSessionHasAnotherIdAfterSigningIn() {
        try (Desk desk = new Desk(home)) {
            Visitor visitor = desk.stranger();
            String before = cookie(visitor.get("/login"));
            String after = cookie(visitor.signIn("viewer", Visitor.PASSWORD));
            assertThat(after)
                    .isNotBlank()
                    .isNotEqualTo(before)
                    .contains("HttpOnly")
                    .contains("SameSite=Lax");
        }
    }

    @Test
    void whatStaffDidIsWrittenDown() {
        try (Desk desk = new Desk(home)) {
            Visitor administrator = desk.as(Role.ADMINISTRATOR);
            administrator.post("/people", Map.of("name", "bo", "role", "EDITOR"));
            assertThat(administrator.get("/people").body()).contains("/password/");
            assertThat(desk.house.get(Audit.class).latest(Long.MAX_VALUE, 10))
                    .extracting(AuditEntry::account, AuditEntry::action)
                    .contains(
                            org.assertj.core.groups.Tuple.tuple("administrator", "signed in"),
                            org.assertj.core.groups.Tuple.tuple("administrator", "made an account"));
            assertThat(administrator.get("/audit").body()).contains("made an account");
        }
    }

    private static HttpResponse<String> setUp(Visitor visitor, String token, String password) {
        return visitor.post(
                "/setup/" + token, Map.of("name", "ana", "email", "ana@clinic.example", "password", password));
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(302);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static String cookie(HttpResponse<String> response) {
        return response.headers().firstValue("Set-Cookie").orElse("");
    }
}
