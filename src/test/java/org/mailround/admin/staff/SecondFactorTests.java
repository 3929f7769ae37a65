package org.mailround.admin.staff;

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
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.admin.AuthenticatorApp;
import org.mailround.admin.Desk;
import org.mailround.admin.Visitor;
import org.mailround.staff.Account;
import org.mailround.staff.Accounts;
import org.mailround.staff.Audit;
import org.mailround.staff.AuditEntry;
import org.mailround.staff.Role;
import org.mailround.staff.SecondFactors;

/** Signing in with what one knows and what one has. */
@ParameterizedClass
@EnumSource
class SecondFactorTests {

    private static final String PASSWORD = "a walk by the river";

    @Parameter
    Database database;

    @TempDir
    Path home;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(database, home);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void somebodySetsItUpAndSignsInWithACodeThatWorksOnce() {
        Visitor editor = desk.as(Role.EDITOR);
        editor.submit("/account/second-factor", "/account/second-factor/begin", Map.of());
        Document page = editor.page("/account/second-factor");
        assertThat(page.select("img.qr").attr("src")).startsWith("data:image/svg+xml;base64,");
        AuthenticatorApp app = new AuthenticatorApp(page.select("code.secret").text(), desk.house.clock());
        confirm(editor, "000000".equals(app.code()) ? "000001" : "000000");
        assertThat(account("editor").hasSecondFactor()).isFalse();

        Visitor elsewhere = desk.stranger();
        elsewhere.signIn("editor", PASSWORD);
        confirm(editor, app.code());
        assertThat(location(elsewhere.get("/"))).endsWith("/login");
        page = editor.page("/account/second-factor");
        assertThat(page.select("ul.codes li")).hasSize(10);
        assertThat(page.select("code.secret")).isEmpty();
        assertThat(editor.page("/account/second-factor").select("ul.codes li")).isEmpty();

        Visitor visitor = desk.stranger();
        assertThat(location(visitor.visit("/campaigns"))).endsWith("/login");
        String before = session(visitor.signIn("editor", PASSWORD));
        assertThat(location(visitor.get("/editions"))).endsWith("/login/code");
        assertThat(visitor.page("/login/code").select("header.top")).isEmpty();
        // it showed that it works when it was set up
        assertThat(code(visitor, app.code()).statusCode()).isEqualTo(200);
        desk.house.clock().advance(Duration.ofSeconds(30));
        String used = app.code();
        HttpResponse<String> in = code(visitor, used);
        assertThat(location(in)).contains("/campaigns");
        assertThat(session(in)).isNotEqualTo(before);
        assertThat(visitor.get("/campaigns").statusCode()).isEqualTo(200);

        Visitor whoLookedOn = half("editor");
        assertThat(code(whoLookedOn, used).statusCode()).isEqualTo(200);
        assertThat(location(whoLookedOn.get("/"))).endsWith("/login/code");
    }

    @Test
    void aCodeOnPaperOpensOnce() {
        List<String> paper =
                AuthenticatorApp.enrolled(desk.house, account("viewer")).paper();
        assertThat(location(code(half("viewer"), paper.get(3).toUpperCase(java.util.Locale.ROOT))))
                .endsWith("/");
        assertThat(code(half("viewer"), paper.get(3)).statusCode()).isEqualTo(200);
        assertThat(location(code(half("viewer"), paper.get(4).replace("-", " "))))
                .endsWith("/");
        assertThat(desk.house
                        .get(SecondFactors.class)
                        .recoveryCodesLeft(account("viewer").id()))
                .isEqualTo(8);
        assertThat(actions()).contains("used a recovery code");
    }

    @Test
    void wrongCodesLockTheAccountAndTheRightPasswordInBetweenDoesNotForgiveThem() {
        AuthenticatorApp app = AuthenticatorApp.enrol(desk.house, account("editor"));
        String wrong = wrong(app);
        for (int i = 0; i < 4; i++) {
            assertThat(code(half("editor"), wrong).statusCode()).isEqualTo(200);
        }
        Visitor visitor = half("editor");
        assertThat(location(code(visitor, wrong))).endsWith("/login?error");
        assertThat(location(visitor.get("/login/code"))).endsWith("/login");
        assertThat(location(desk.stranger().signIn("editor", PASSWORD))).endsWith("/login?error");

        desk.house.clock().advance(Duration.ofMinutes(16));
        assertThat(location(code(half("editor"), app.code()))).endsWith("/");
    }

    @Test
    void aSessionThatWasWaitingDoesNotGetPastTheLockEither() {
        AuthenticatorApp app = AuthenticatorApp.enrol(desk.house, account("editor"));
        Visitor waiting = half("editor");
        Accounts accounts = desk.house.get(Accounts.class);
        Stream.iterate(0, i -> i + 1).limit(5).forEach(i -> accounts.failedToSignIn("editor"));
        assertThat(location(code(waiting, app.code()))).endsWith("/login?error");
    }

    @Test
    void oneCodeThatIsShownManyTimesAtOnceOpensOnce() throws Exception {
        AuthenticatorApp app = AuthenticatorApp.enrol(desk.house, account("editor"));
        List<Visitor> visitors = Stream.generate(() -> half("editor")).limit(4).toList();
        String code = app.code();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<HttpResponse<String>>> tries = new ArrayList<>();
        visitors.forEach(visitor -> tries.add(pool.submit(() -> code(visitor, code))));
        int opened = 0;
        for (Future<HttpResponse<String>> each : tries) {
            opened += each.get().statusCode() == 302 ? 1 : 0;
        }
        pool.shutdown();
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void theFirstStepCountsForSomeMinutes() {
        AuthenticatorApp app = AuthenticatorApp.enrol(desk.house, account("editor"));
        Visitor visitor = half("editor");
        desk.house.clock().advance(Duration.ofMinutes(11));
        assertThat(location(code(visitor, app.code()))).endsWith("/login");
    }

    @Test
    void whoMustHaveOneSetsItUpWhenTheySignIn() {
        desk.as(Role.ADMINISTRATOR).submit("/people", "/people/second-factor", Map.of("least", "APPROVER"));
        assertThat(location(desk.stranger().signIn("editor", PASSWORD))).endsWith("/");
        Visitor approver = desk.stranger();
        assertThat(location(approver.signIn("approver", PASSWORD))).endsWith("/login/enrol");
        assertThat(location(approver.get("/approvals"))).endsWith("/login/enrol");
        approver.submit("/login/enrol", "/login/enrol/begin", Map.of());
        AuthenticatorApp app = new AuthenticatorApp(
                approver.page("/login/enrol").select("code.secret").text(), desk.house.clock());
        assertThat(location(approver.submit("/login/enrol", "/login/enrol", Map.of("code", wrong(app)))))
                .endsWith("/login/enrol");
        assertThat(location(approver.submit("/login/enrol", "/login/enrol", Map.of("code", app.code()))))
                .endsWith("/account/second-factor");
        assertThat(approver.page("/account/second-factor").select("ul.codes li"))
                .hasSize(10);

        approver.post("/account/second-factor/end", Map.of("code", app.code()));
        assertThat(account("approver").hasSecondFactor()).isTrue();
    }

    @Test
    void theFormsOfWhoSetsUpDoNotOpenAnAccountThatHasOne() {
        AuthenticatorApp app = AuthenticatorApp.enrol(desk.house, account("editor"));
        Visitor visitor = half("editor");
        visitor.post("/login/enrol/begin", Map.of());
        assertThat(visitor.page("/login/enrol").select("code.secret")).isEmpty();
        visitor.post("/login/enrol", Map.of("code", app.code()));
        assertThat(location(visitor.get("/"))).endsWith("/login/code");
    }

    @Test
    void administratorsEndItForWhoHasLostIt() {
        AuthenticatorApp.enrol(desk.house, account("editor"));
        String end = "/people/%d/second-factor/end".formatted(account("editor").id());
        desk.as(Role.ADMINISTRATOR).submit("/people", end, Map.of());
        assertThat(location(desk.stranger().signIn("editor", PASSWORD))).endsWith("/");
        assertThat(actions()).contains("ended a second factor");
    }

    @Test
    void freshCodesOnPaperAndTheEndNeedACode() {
        Visitor editor = desk.as(Role.EDITOR);
        editor.submit("/account/second-factor", "/account/second-factor/begin", Map.of());
        AuthenticatorApp app = new AuthenticatorApp(
                editor.page("/account/second-factor").select("code.secret").text(), desk.house.clock());
        confirm(editor, app.code());
        String old = editor.page("/account/second-factor")
                .select("ul.codes li")
                .eachText()
                .get(0);

        editor.submit("/account/second-factor", "/account/second-factor/codes", Map.of("code", wrong(app)));
        assertThat(editor.page("/account/second-factor").select("ul.codes li")).isEmpty();
        desk.house.clock().advance(Duration.ofSeconds(30));
        editor.submit("/account/second-factor", "/account/second-factor/codes", Map.of("code", app.code()));
        assertThat(editor.page("/account/second-factor").select("ul.codes li").eachText())
                .hasSize(10)
                .doesNotContain(old);

        editor.submit("/account/second-factor", "/account/second-factor/end", Map.of("code", old));
        assertThat(account("editor").hasSecondFactor()).isTrue();
        desk.house.clock().advance(Duration.ofSeconds(30));
        editor.submit("/account/second-factor", "/account/second-factor/end", Map.of("code", app.code()));
        assertThat(account("editor").hasSecondFactor()).isFalse();
        assertThat(editor.get("/account").statusCode()).isEqualTo(200);
    }

    private Visitor half(String name) {
        Visitor visitor = desk.stranger();
        assertThat(location(visitor.signIn(name, PASSWORD))).endsWith("/login/code");
        return visitor;
    }

    private static HttpResponse<String> code(Visitor visitor, String code) {
        return visitor.post("/login/code", Map.of("code", code));
    }

    private static void confirm(Visitor visitor, String code) {
        visitor.submit("/account/second-factor", "/account/second-factor/confirm", Map.of("code", code));
    }

    /** Six digits that it shows neither now nor a minute before or after. */
    private String wrong(AuthenticatorApp app) {
        List<String> right = Stream.of(-60, -30, 0, 30, 60)
                .map(seconds -> app.code(desk.house.clock().instant().plusSeconds(seconds)))
                .toList();
        return Stream.iterate(0, i -> i + 1)
                .map("%06d"::formatted)
                .filter(code -> !right.contains(code))
                .findFirst()
                .orElseThrow();
    }

    private Account account(String name) {
        return desk.house.get(Accounts.class).named(name);
    }

    private List<String> actions() {
        return desk.house.get(Audit.class).latest(Long.MAX_VALUE, 50).stream()
                .map(AuditEntry::action)
                .toList();
    }

    private static String session(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(it -> it.startsWith("mailround="))
                .map(it -> it.substring(0, it.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(302);
        return response.headers().firstValue("Location").orElseThrow();
    }
}
