package org.mailround.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands on pages is there in each of their languages. */
class WordsTests {

    private static final Path WORDS = Path.of("src/main/resources/words");
    private static final Path VIEWS = Path.of("src/main/resources/views");
    private static final List<String> TRANSLATIONS = List.of("_es", "_de");
    /** {@code #{key}} and {@code #{key(…)}}; a key that is put together is {@code #{|start.${…}|}}. */
    private static final Pattern USED = Pattern.compile("#\\{(\\|?)([a-z0-9.-]+)");
    /** In Java a key is said as it stands; what is put together is not looked at. */
    private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([a-z0-9.-]+)\"\\s*[,)]");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]");

    @Test
    void everyLanguageHasTheSameKeysWithTheSamePlaceholders() throws IOException {
        for (String file : files()) {
            for (String translation : TRANSLATIONS) {
                assertThat(placeholders(file + translation))
                        .as(file + translation)
                        .isEqualTo(placeholders(file));
            }
        }
    }

    @Test
    void noKeyStandsInTwoFiles() throws IOException {
        Map<String, String> seen = new HashMap<>();
        for (String file : files()) {
            for (String key : placeholders(file).keySet()) {
                assertThat(seen.put(key, file)).as("%s, in %s and", key, file).isNull();
            }
        }
    }

    @Test
    void everyWordIsAPatternWithoutALoneApostrophe() throws IOException {
        for (String file : files()) {
            for (String language : List.of("", "_es", "_de")) {
                read(file + language).forEach((key, words) -> {
                    // a number is written as one, and a choice is made by one
                    Object argument = ((String) words).matches("(?s).*,(choice|number)\\b.*") ? 1 : "one";
                    Object[] arguments = {argument, argument, argument, argument};
                    assertThat(new MessageFormat((String) words).format(arguments))
                            .as("%s%s: %s", file, language, key)
                            .doesNotContain("{");
                    assertThat(((String) words).replace("''", ""))
                            .as("%s%s: %s", file, language, key)
                            .doesNotContain("'");
                });
            }
        }
    }

    @Test
    void everyWordOfAViewIsThere() throws IOException {
        Set<String> known = known();
        try (Stream<Path> views = Files.walk(VIEWS)) {
            for (Path view : views.filter(it -> it.toString().endsWith(".html")).toList()) {
                for (MatchResult used :
                        USED.matcher(Files.readString(view)).results().toList()) {
                    boolean isStart = !used.group(1).isEmpty();
                    assertThat(known)
                            .as("%s: %s", view.getFileName(), used.group())
                            .anyMatch(key -> isStart ? key.startsWith(used.group(2)) : key.equals(used.group(2)));
                }
            }
        }
    }

    @Test
    void everyWordThatAClassSaysIsThere() throws IOException {
        Set<String> known = known();
        try (Stream<Path> classes = Files.walk(Path.of("src/main/java/org/mailround"))) {
            for (Path file :
                    classes.filter(it -> it.toString().endsWith(".java")).toList()) {
                if (file.startsWith("src/main/java/org/mailround/cli")) {
                    continue; // says whole sentences, to a terminal
                }
                SAID.matcher(Files.readString(file))
                        .results()
                        .forEach(said -> assertThat(known)
                                .as(file.getFileName().toString())
                                .contains(said.group(1)));
            }
        }
    }

    private static Set<String> known() throws IOException {
        return files().stream()
                .flatMap(file -> placeholders(file).keySet().stream())
                .collect(Collectors.toSet());
    }

    /** Those in English, without their ending. */
    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(WORDS)) {
            return files.map(file -> file.getFileName().toString().replace(".properties", ""))
                    .filter(name -> TRANSLATIONS.stream().noneMatch(name::endsWith))
                    .sorted()
                    .toList();
        }
    }

    private static TreeMap<String, TreeSet<String>> placeholders(String file) {
        TreeMap<String, TreeSet<String>> placeholders = new TreeMap<>();
        read(file).forEach((key, words) -> {
            TreeSet<String> its = new TreeSet<>();
            PLACEHOLDER
                    .matcher((String) words)
                    .results()
                    .map(MatchResult::group)
                    .forEach(its::add);
            placeholders.put((String) key, its);
        });
        return placeholders;
    }

    private static Properties read(String file) {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(WORDS.resolve(file + ".properties"))) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
