package org.mailround.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands on the public pages is there in each of their languages. */
class PageWordsTests {

    private static final Path WORDS = Path.of("src/main/resources/words");
    private static final List<String> FILES = List.of("site.properties", "site_es.properties", "site_de.properties");
    /** {@code #{key}} and {@code #{key(…)}}; a key that is put together is {@code #{|start.${…}|}}. */
    private static final Pattern USED = Pattern.compile("#\\{(\\|?)([a-z0-9.-]+)");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]");

    @Test
    void everyLanguageHasTheSameKeysWithTheSamePlaceholders() {
        for (String file : FILES) {
            assertThat(placeholders(file)).as(file).isEqualTo(placeholders("site.properties"));
        }
    }

    @Test
    void everyWordIsAPatternWithoutALoneApostrophe() {
        for (String file : FILES) {
            read(file).forEach((key, words) -> {
                // a choice is made by a number
                Object argument = ((String) words).contains(",choice,") ? 1 : "one";
                assertThat(new MessageFormat((String) words).format(new Object[] {argument, "other"}))
                        .as("%s: %s", file, key)
                        .doesNotContain("{");
                assertThat(((String) words).replace("''", ""))
                        .as("%s: %s", file, key)
                        .doesNotContain("'");
            });
        }
    }

    @Test
    void everyWordOfAViewIsThere() throws IOException {
        Set<String> known = placeholders("site.properties").keySet();
        try (Stream<Path> views = Files.list(Path.of("src/main/resources/views/site"))) {
            for (Path view : views.toList()) {
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
        try (Reader reader = Files.newBufferedReader(WORDS.resolve(file))) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
