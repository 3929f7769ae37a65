package org.mailround.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    void strangersHaveNoSessionAndSigningInBeginsOne() {
        try (Desk desk = new Desk(home)) {
            Visitor visitor = desk.stranger();
            for (String path : List.of("/", "/nope?i", "/login", "/assets/desk.css", "/people")) {
                assertThat(cookies(visitor.get(path))).as(path).noneMatch(it -> it.startsWith("mailround="));
            }
            assertThat(cookies(visitor.post("/people", Map.of(), "forged")))
                    .noneMatch(it -> it.startsWith("mailround="));

            assertThat(cookies(visitor.signIn("viewer", Visitor.PASSWORD)))
                    .anyMatch(it ->
                            it.startsWith("mailround=") && it.contains("HttpOnly") && it.contains("SameSite=Lax"));
        }
    }

    @Test
    void aFormThatStoodOpenForTooLongLeadsStrangersToSignIn() {
        try (Desk desk = new Desk(home)) {
            assertThat(location(desk.stranger().post("/one-offs", Map.of(), "old")))
                    .endsWith("/login?expired");
            assertThat(desk.stranger().post("/api/v1/editions", Map.of(), "old").statusCode())
                    .isEqualTo(401);
            assertThat(desk.stranger().post("/actuator/health", Map.of(), "old").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void manyTriesAtOnceDoNotGetPastTheLock() throws Exception {
        try (Desk desk = new Desk(home)) {
            ExecutorService pool = Executors.newFixedThreadPool(8);
            List<Future<HttpResponse<String>>> tries = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                tries.add(pool.submit(() -> desk.stranger().signIn("editor", "wrong wrong wrong")));
            }
            for (Future<HttpResponse<String>> each : tries) {
                each.get();
            }
            pool.shutdown();
            assertThat(location(desk.stranger().signIn("editor", Visitor.PASSWORD)))
                    .endsWith("/login?error");
            assertThat(desk.as(Role.ADMINISTRATOR).get("/audit").body()).contains("was locked");
        }
    }

    @Test
    void whatCannotBeReadIsToldAsSuch() {
        try (Desk desk = new Desk(home)) {
            Visitor editor = desk.as(Role.EDITOR);
            HttpResponse<String> response =
                    editor.post("/campaigns/weekly-digest/schedule", Map.of("rule", "weekly", "time", "25:99"));
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(editor.get("/editions?page=x").statusCode()).isEqualTo(400);
            assertThat(editor.get("/editions/1/pause").statusCode()).isEqualTo(405);
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

    private static List<String> cookies(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie");
    }
}
