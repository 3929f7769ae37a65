package org.mailround;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar as it is shipped, in processes of its own that share a home. */
class PackagedProgram {

    private final Path home;
    private final List<String> properties;

    /**
     * @param home an empty folder
     * @param properties for every command, such as {@code spring.mail.port=2525}
     */
    PackagedProgram(Path home, String... properties) {
        this.home = home;
        this.properties = Stream.of(properties).map(property -> "--" + property).toList();
    }

    /** Our templates, the sample clinic and one article. */
    void furnish() throws IOException {
        for (String folder : List.of("templates", "config")) {
            Files.createDirectories(home.resolve(folder));
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.toList()) {
                    Files.copy(file, home.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
        Files.createDirectories(home.resolve("articles"));
        Files.createDirectories(home.resolve("subscribers"));
        Files.writeString(home.resolve("articles/walk.txt"), "A walk a day\n\nIt does you good.\n");
    }

    /** Standard output is the caller's to read; what the program says beside it is in {@link #said()}. */
    Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(Unpacked.JVM);
        command.add("-Dmailround.home=" + home);
        command.add("-jar");
        command.add(Unpacked.JAR.toString());
        command.addAll(List.of(args));
        command.addAll(properties);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    /** The lines of JSON that a command prints, which must end well. */
    List<JsonNode> lines(String... args) throws IOException, InterruptedException {
        Process process = start(args);
        List<JsonNode> lines = process.inputReader()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(process.waitFor())
                .as(() -> String.join(" ", args) + "\n" + said())
                .isZero();
        return lines;
    }

    /** The end of what all commands together said to people, for failure messages. */
    String said() {
        try {
            List<String> lines = Files.exists(log()) ? Files.readAllLines(log()) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return home.resolve("stderr.log");
    }

    /** As the launcher does it: unpacked, and with its classes kept as the JVM lays them out, it starts three times as fast. */
    private static final class Unpacked {

        static final String JAVA =
                Path.of(System.getProperty("java.home"), "bin", "java").toString();
        static final Path JAR = unpack(Path.of(System.getProperty("mailround.jar")));
        static final List<String> JVM = List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-XX:SharedArchiveFile=" + archive(JAR.resolveSibling("classes.jsa")));

        private static Path unpack(Path jar) {
            // tests run in two processes, each with its own
            Path folder =
                    jar.resolveSibling("unpacked-" + ProcessHandle.current().pid());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            run(JAVA, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder.toString());
            return folder.resolve(jar.getFileName());
        }

        private static void delete(Path folder) {
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path archive(Path archive) {
            Path home = archive.resolveSibling("training");
            try {
                new PackagedProgram(home).furnish();
                Files.writeString(home.resolve("subscribers/one.csv"), "email\nana@example.com\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            String jvm = JAVA + " -XX:TieredStopAtLevel=1 -XX:ArchiveClassesAtExit=" + archive;
            String round = "-Dmailround.home=" + home + " -jar " + JAR + " send weekly-digest --dry-run";
            run((jvm + " " + round).split(" "));
            return archive;
        }

        private static void run(String... command) {
            try {
                Process process =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                String said = process.inputReader().lines().collect(Collectors.joining("\n"));
                assertThat(process.waitFor())
                        .as("%s%n%s", String.join(" ", command), said)
                        .isZero();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
