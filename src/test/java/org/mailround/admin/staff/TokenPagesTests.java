package org.mailround.admin.staff;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.admin.Desk;
import org.mailround.admin.Visitor;
import org.mailround.staff.ApiTokens;
import org.mailround.staff.Audit;
import org.mailround.staff.AuditEntry;
import org.mailround.staff.Role;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;

class TokenPagesTests {

    @TempDir
    Path home;

    private Desk desk;
    private Visitor administrator;

    @BeforeEach
    void open() {
        desk = new Desk(home);
        administrator = desk.as(Role.ADMINISTRATOR);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aTokenIsShownOnceAndOpensUntilItIsRevoked() {
        administrator.submit("/tokens", "/tokens", Map.of("name", "<b>booking</b>", "role", "EDITOR", "days", "30"));

        Document page = administrator.page("/tokens");
        String token = page.select("code.secret").text();
        assertThat(desk.house.get(ApiTokens.class).use(token)).isPresent();
        assertThat(page.text()).contains("<b>booking</b>");
        assertThat(administrator.page("/tokens").text()).doesNotContain(token);

        String revoke = page.select("form[action$=/revoke]").attr("action");
        administrator.submit("/tokens", revoke, Map.of());

        assertThat(desk.house.get(ApiTokens.class).use(token)).isEmpty();
        assertThat(desk.house.get(Audit.class).latest(Long.MAX_VALUE, 5))
                .extracting(AuditEntry::action)
                .contains("made an API token", "revoked an API token");
    }

    @Test
    @SuppressWarnings("unchecked") // the description is ours
    void theDescriptionHasEveryRouteOfTheApiAndNoOther() throws IOException {
        Set<String> described = new TreeSet<>();
        try (InputStream in = getClass().getResourceAsStream("/api/openapi.yaml")) {
            Map<String, Object> description = new Yaml().load(in);
            ((Map<String, Map<String, Object>>) requireNonNull(description.get("paths")))
                    .forEach((path, methods) -> methods.keySet()
                            .forEach(method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        }
        Set<String> routes = new TreeSet<>();
        desk.house
                .get("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(method + " " + path.replaceAll(":[^}]*}", "}")))));

        assertThat(described).isEqualTo(routes);
        assertThat(desk.as(Role.VIEWER).page("/api-docs").text()).contains("POST /api/v1/editions", "Send an edition");
    }
}
