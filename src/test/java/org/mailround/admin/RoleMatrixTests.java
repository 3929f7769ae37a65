package org.mailround.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.staff.Account;
import org.mailround.staff.Accounts;
import org.mailround.staff.Role;
import org.mailround.staff.StaffLinks;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route there is, made out from the routes themselves, tried by everybody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleMatrixTests {

    private static final Set<String> PUBLIC = Set.of(
            "/unsubscribe",
            "/confirm",
            "/preferences",
            "/read",
            "/subscribe",
            "/archive",
            "/assets",
            // has tokens in the place of accounts, and tests of its own
            "/api",
            "/login",
            "/error");
    private static final Set<RequestMethod> CHANGING =
            Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);

    /** @param path with numbers and words that name nothing in the place of its variables */
    private record Route(RequestMethod method, String path, HandlerMethod handler) {

        boolean isPublic() {
            return !isSecondStep() && PUBLIC.stream().anyMatch(it -> path.equals(it) || path.startsWith(it + "/"));
        }

        /** For who has shown a password, and has not signed in yet. */
        boolean isSecondStep() {
            return path.equals("/login/code") || path.startsWith("/login/enrol");
        }

        boolean isOwnAccount() {
            return path.equals("/account") || path.startsWith("/account/");
        }

        boolean isForHoldersOfALink() {
            return path.startsWith("/setup/") || path.startsWith("/password/");
        }

        boolean isForAdministrators() {
            return Stream.of("/people", "/tokens", "/audit", "/approvals/rule").anyMatch(path::startsWith)
                    || path.startsWith("/campaigns/") && path.endsWith("/approval");
        }

        boolean isForApprovers() {
            return path.startsWith("/approvals/") && (path.endsWith("/approve") || path.endsWith("/reject"));
        }

        Role least() {
            if (isForApprovers()) {
                return Role.APPROVER;
            }
            if (isOwnAccount()) {
                return Role.VIEWER;
            }
            return isForAdministrators() ? Role.ADMINISTRATOR : method == RequestMethod.GET ? Role.VIEWER : Role.EDITOR;
        }
    }

    @TempDir
    static Path home;

    private Desk desk;

    @BeforeAll
    void open() {
        desk = new Desk(home);
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @TestFactory
    Stream<DynamicTest> strangersAreLedToSignIn() {
        return closedRoutes()
                .map(route -> DynamicTest.dynamicTest(name(route), () -> {
                    HttpResponse<String> response = call(desk.stranger(), route);
                    assertThat(response.statusCode()).isEqualTo(302);
                    assertThat(response.headers().firstValue("Location").orElseThrow())
                            .endsWith("/login");
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachRoleMayWhatItMay() {
        return closedRoutes()
                .filter(route -> !route.isForHoldersOfALink() && !route.isSecondStep())
                .flatMap(route -> Stream.of(Role.values())
                        .map(role -> DynamicTest.dynamicTest(role.label() + " " + name(route), () -> {
                            int status = call(desk.as(role), route).statusCode();
                            if (role.compareTo(route.least()) < 0) {
                                assertThat(status).isEqualTo(403);
                            } else {
                                assertThat(status).isNotEqualTo(403).isLessThan(500);
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> aPasswordAloneOpensNothingWhereItIsNotEnough() {
        Account account = desk.house.get(Accounts.class).create("careful", null, Role.ADMINISTRATOR);
        StaffLinks links = desk.house.get(StaffLinks.class);
        links.choosePassword(links.forPassword(account), Visitor.PASSWORD);
        AuthenticatorApp.enrol(desk.house, account);
        Visitor half = desk.stranger();
        assertThat(location(half.signIn("careful", Visitor.PASSWORD))).endsWith("/login/code");
        return closedRoutes()
                .filter(route -> !route.isSecondStep())
                .map(route -> DynamicTest.dynamicTest(name(route), () -> {
                    HttpResponse<String> response = call(half, route);
                    assertThat(location(response)).endsWith("/login/code");
                    assertThat(response.body()).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> theSecondStepIsForNobodyElse() {
        return closedRoutes()
                .filter(Route::isSecondStep)
                .flatMap(route -> Stream.of(Role.values())
                        .map(role -> DynamicTest.dynamicTest(
                                role.label() + " " + name(route),
                                () -> assertThat(call(desk.as(role), route).statusCode())
                                        .isEqualTo(403))));
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerIsGuardedAndKeptByNobody() {
        return closedRoutes()
                .filter(route -> !route.isForHoldersOfALink())
                .map(route -> DynamicTest.dynamicTest(name(route), () -> {
                    HttpHeaders headers =
                            call(desk.as(Role.ADMINISTRATOR), route).headers();
                    assertThat(headers.firstValue("Content-Security-Policy"))
                            .hasValueSatisfying(policy -> assertThat(policy)
                                    .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors")
                                    .doesNotContain("unsafe-eval"));
                    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
                    assertThat(headers.firstValue("Referrer-Policy")).isPresent();
                    assertThat(headers.firstValue("Cache-Control"))
                            .hasValueSatisfying(it -> assertThat(it).contains("no-store"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> noOtherSpellingOfAnAddressOpensIt() {
        return closedRoutes()
                .filter(route -> route.method() == RequestMethod.GET)
                .map(route -> DynamicTest.dynamicTest(name(route), () -> {
                    for (String path : List.of(
                            route.path() + "/",
                            route.path() + ";x=1",
                            route.path() + "/.",
                            "/" + route.path(),
                            route.path().replaceFirst("/(.)", "/%2e/$1"))) {
                        assertThat(desk.stranger().get(path).statusCode())
                                .as(path)
                                .isNotEqualTo(200)
                                .isLessThan(500);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> noChangeIsMadeWithoutTheTokenOfAPage() {
        return closedRoutes()
                .filter(route -> CHANGING.contains(route.method()))
                .map(route -> DynamicTest.dynamicTest(name(route), () -> {
                    Visitor administrator = desk.as(Role.ADMINISTRATOR);
                    assertThat(administrator
                                    .post(route.path(), Map.of(), "forged")
                                    .statusCode())
                            .isEqualTo(403);
                }));
    }

    @Test
    void everyChangeIsInTheAuditTrail() {
        assertThat(routes().filter(route -> !route.isPublic())
                        .filter(route -> CHANGING.contains(route.method()))
                        .map(Route::handler))
                .isNotEmpty()
                .allMatch(handler ->
                        handler.hasMethodAnnotation(Audited.class) != handler.hasMethodAnnotation(Unaudited.class));
    }

    @Test
    void whatIsNotThereIsClosedToStrangersAllTheSame() {
        Visitor stranger = desk.stranger();
        for (String path : List.of("/", "/nonsense", "/editions/1", "/error/x", "/index.html", "/h2-console")) {
            assertThat(stranger.get(path).headers().firstValue("Location"))
                    .as(path)
                    .hasValueSatisfying(it -> assertThat(it).endsWith("/login"));
        }
        for (String path : List.of("/api/v1/editions/1", "/api", "/actuator", "/actuator/env", "/actuator/health/db")) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(stranger.get("/login").statusCode()).isEqualTo(200);
        assertThat(stranger.get("/actuator/health").body()).contains("\"UP\"").doesNotContain("components", "db");
    }

    @Test
    void everyPageIsGuardedByStrictHeaders() {
        for (String path : List.of("/login", "/")) {
            Map<String, List<String>> headers =
                    desk.as(Role.ADMINISTRATOR).get(path).headers().map();
            assertThat(headers).containsEntry("X-Content-Type-Options", List.of("nosniff"));
            assertThat(headers.getOrDefault("Content-Security-Policy", List.of(""))
                            .get(0))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'self'")
                    .doesNotContain("unsafe");
        }
    }

    /** What no large house makes slower: files, streams, and pages of one thing that the benchmark's house has none of. */
    private static final Set<String> UNMEASURED = Set.of(
            "/setup/{token}",
            "/password/{token}",
            "/audit/export.csv",
            "/reports/editions.csv",
            "/reports/lists.csv",
            "/reports/editions/{edition:\\d+}/domains.csv",
            "/editions/{edition:\\d+}/events",
            "/editions/{edition:\\d+}/recipients.csv",
            "/approvals/{edition}",
            "/approvals/{edition}/preview",
            "/one-offs/{id}",
            "/one-offs/{id}/change",
            "/one-offs/{id}/preview",
            "/imports/{id}",
            "/imports/{id}/difference",
            "/imports/{id}/progress",
            "/sandbox/{mail}",
            "/sandbox/{mail}/html",
            "/sandbox/{mail}/download");

    @Test
    void theBenchmarkOfTheDeskAsksForEveryPage() throws IOException {
        List<PathContainer> asked = Files.readAllLines(Path.of("bench/desk-pages.txt")).stream()
                .filter(line -> line.startsWith("/"))
                .map(line ->
                        PathContainer.parsePath(line.replaceFirst("\\?.*", "").replaceAll("\\{\\w+}", "1")))
                .toList();

        assertThat(desk
                        .house
                        .get("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                        .getHandlerMethods()
                        .keySet()
                        .stream()
                        .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                        .flatMap(info -> Objects.requireNonNull(info.getPathPatternsCondition()).getPatterns().stream())
                        .filter(pattern -> PUBLIC.stream()
                                .noneMatch(it -> pattern.getPatternString().startsWith(it)))
                        .filter(pattern -> !UNMEASURED.contains(pattern.getPatternString())))
                .isNotEmpty()
                .allMatch(pattern -> asked.stream().anyMatch(pattern::matches));
    }

    private Stream<Route> closedRoutes() {
        return routes().filter(route -> !route.isPublic());
    }

    private Stream<Route> routes() {
        return desk
                .house
                .get("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()).stream());
    }

    private static Collection<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        List<Route> routes = new ArrayList<>();
        for (String pattern : info.getPatternValues()) {
            String path =
                    pattern.replaceAll("\\{(id|number|edition|n)[^}]*}", "999").replaceAll("\\{[^}]*}", "none");
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            // one without would answer to all of them, and in the matrix to none
            assertThat(!methods.isEmpty() || pattern.startsWith("/error"))
                    .as("the methods of " + pattern)
                    .isTrue();
            methods.forEach(method -> routes.add(new Route(method, path, handler)));
        }
        return routes;
    }

    private HttpResponse<String> call(Visitor visitor, Route route) {
        return route.method() == RequestMethod.GET ? visitor.get(route.path()) : visitor.post(route.path(), Map.of());
    }

    private static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(302);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static String name(Route route) {
        return route.method() + " " + route.path();
    }
}
