package org.mailround;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pages to be held against the W3C's rules, by the Nu Html Checker: all at once, as it takes its time to start. */
class HtmlRules {

    private static final Path PAGES = Path.of("target/pages");

    HtmlRules() throws IOException {
        FileSystemUtils.deleteRecursively(PAGES);
        Files.createDirectories(PAGES);
    }

    void add(String name, String html) throws IOException {
        Files.writeString(PAGES.resolve(name + ".html"), html);
    }

    /** What is wrong with any of them, and what it warns of. */
    List<String> complaints() throws IOException, InterruptedException {
        Process checker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        // its schema of HTML is deep
                        "-Xss8m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "nu.validator.client.SimpleCommandLineValidator",
                        "--format",
                        "json",
                        "--exit-zero-always",
                        PAGES.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(checker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(checker.waitFor()).as(said).isZero();
        List<String> complaints = new ArrayList<>();
        for (JsonNode message : JsonMapper.shared().readTree(said).get("messages")) {
            complaints.add("%s:%s: %s: %s"
                    .formatted(
                            message.path("url").asString().replaceFirst(".*/", ""),
                            message.path("lastLine").asInt(),
                            message.path("message").asString(),
                            message.path("extract").asString()));
        }
        return complaints;
    }

    /** How many pages there are to be checked. */
    long count() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            return pages.count();
        }
    }
}
