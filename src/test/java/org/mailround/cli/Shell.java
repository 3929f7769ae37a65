package org.mailround.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mailround.Mailround;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands in a home of its own. */
record Shell(Path home) {

    /** What a command did. */
    record Run(int exitCode, String out, String err) {

        JsonNode last() {
            List<String> lines = out.lines().toList();
            return JsonMapper.shared().readTree(lines.get(lines.size() - 1));
        }
    }

    /** Our templates, the sample clinic, a list of two and an article. */
    void furnish() throws IOException {
        for (String folder : List.of("templates", "config", "subscribers", "articles")) {
            Files.createDirectories(home.resolve(folder));
        }
        try (Stream<Path> templates = Files.list(Path.of("templates"))) {
            for (Path template : templates.toList()) {
                Files.copy(template, home.resolve("templates").resolve(template.getFileName()));
            }
        }
        Files.copy(Path.of("config/application.yaml"), home.resolve("config/application.yaml"));
        write("subscribers/newsletter.csv", "email,first_name\nana@example.com,Ana\nbo@example.com,\n");
        write("articles/walk.txt", "A walk a day\n\nIt does you good.\n");
    }

    List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(home.resolve(folder))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String file, String text) {
        try {
            Files.writeString(home.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Run run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--mailround.home=" + home);
        int exitCode = Cli.run(Mailround.class, stream(out), stream(err), all.toArray(String[]::new));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
