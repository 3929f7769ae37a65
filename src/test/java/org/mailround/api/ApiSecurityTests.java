package org.mailround.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.Database;
import org.mailround.TestHouse;
import org.mailround.staff.Role;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of the API, made out from the routes themselves, tried with tokens of every role and without one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiSecurityTests {

    private record Route(String method, String path) {

        Role least() {
            return method.equals("GET") ? Role.VIEWER : Role.EDITOR;
        }
    }

    @TempDir
    static Path home;

    private final Map<Role, Program> programs = new LinkedHashMap<>();
    private TestHouse house;

    @BeforeAll
    void open() {
        house = new TestHouse(Database.H2, home, TestHouse.serving());
        for (Role role : Role.values()) {
            programs.put(role, Program.of(house, role));
        }
    }

    @AfterAll
    void close() {
        house.close();
    }

    @TestFactory
    Stream<DynamicTest> eachRoleMayWhatItMay() {
        return routes().flatMap(route -> programs.entrySet().stream()
                .map(program -> DynamicTest.dynamicTest(program.getKey() + " " + route, () -> {
                    int status = program.getValue()
                            .send(route.method(), route.path(), route.method().equals("GET") ? null : "{}")
                            .statusCode();
                    if (program.getKey().includes(route.least())) {
                        assertThat(status).isNotIn(401, 403).isLessThan(500);
                    } else {
                        assertThat(status).isEqualTo(403);
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> whoShowsNoTokenThatWorksGetsNothing() {
        Program nobody = new Program(house, null);
        Program liar = new Program(house, "mailround_guessed");
        return routes().map(route -> DynamicTest.dynamicTest(route.toString(), () -> {
            for (Program program : new Program[] {nobody, liar}) {
                HttpResponse<String> response = program.send(route.method(), route.path(), "{}");
                assertThat(response.statusCode()).isEqualTo(401);
                assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
                assertThat(response.headers().firstValue("Content-Security-Policy"))
                        .isPresent();
                assertThat(response.headers().firstValue("Cache-Control"))
                        .hasValueSatisfying(it -> assertThat(it).contains("no-store"));
            }
        }));
    }

    @Test
    void aTokenOpensNoPageOfTheDesk() {
        Program administrator = requireNonNull(programs.get(Role.ADMINISTRATOR));
        for (String path : Set.of("/", "/people", "/editions")) {
            assertThat(administrator.get(path).uri().getPath()).isEqualTo(path);
            assertThat(administrator.get(path).statusCode()).isEqualTo(302);
        }
    }

    private Stream<Route> routes() {
        return house
                .get("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .map(method -> new Route(method, path.replaceAll("\\{[^}]*}", "999")))));
    }
}
