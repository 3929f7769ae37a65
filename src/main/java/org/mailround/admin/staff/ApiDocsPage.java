package org.mailround.admin.staff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description of the API (OpenAPI 3.1), for programs as it is and for people as a page. */
@Controller
@RequestMapping("/api-docs")
class ApiDocsPage {

    private static final Resource DESCRIPTION =
            new ClassPathResource("api/openapi.yaml", ApiDocsPage.class.getClassLoader());

    /** One thing that can be asked. */
    record Operation(String method, String path, String summary, String description, List<Answer> answers) {

        Operation {
            answers = List.copyOf(answers);
        }
    }

    /** How it may be answered. */
    record Answer(String status, String description) {}

    @GetMapping
    String page(Model model) {
        model.addAttribute("operations", operations());
        return "api-docs";
    }

    @GetMapping("/openapi.yaml")
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/yaml"))
                .body(DESCRIPTION);
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        map(read().get("paths"))
                .forEach((path, methods) -> map(methods)
                        .forEach((method, operation) -> operations.add(operation(method, path, map(operation)))));
        return operations;
    }

    private static Operation operation(String method, String path, Map<String, Object> its) {
        List<Answer> answers = new ArrayList<>();
        map(its.get("responses"))
                .forEach((status, answer) -> answers.add(
                        new Answer(status, String.valueOf(map(answer).get("description")))));
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                String.valueOf(its.get("summary")),
                String.valueOf(its.getOrDefault("description", "")),
                answers);
    }

    private static Map<String, Object> read() {
        try (InputStream in = DESCRIPTION.getInputStream()) {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        } catch (IOException e) {
            throw new UncheckedIOException("The description of the API cannot be read.", e);
        }
    }

    @SuppressWarnings("unchecked") // what the file holds is ours
    private static Map<String, Object> map(@Nullable Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }
}
