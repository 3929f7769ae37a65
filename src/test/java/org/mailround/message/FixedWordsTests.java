package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixedWordsTests {

    private static final Path TEMPLATES = Path.of("templates");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"es", "de"})
    void theLanguagesAgreeOnKeysAndArgumentsAndPlurals(String language) throws IOException {
        Properties english = properties("en");
        Properties other = properties(language);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(arguments(other.getProperty(key)))
                        .as("%s in %s", key, language)
                        .isEqualTo(arguments(english.getProperty(key))));
    }

    @ParameterizedTest
    @CsvSource({"en, “, ”, „", "es, «, », “", "de, „, “, ”"})
    void eachLanguageHasItsOwnQuotes(String language, String open, String close, String foreign) throws IOException {
        properties(language)
                .forEach((key, words) -> assertThat((String) words)
                        .as("%s in %s", key, language)
                        .doesNotContain("\"", foreign)
                        .doesNotMatch(".*[a-zé]'[a-zé].*")
                        .satisfies(it -> assertThat(it.split(open, -1)).hasSameSizeAs(it.split(close, -1))));
    }

    @Test
    void everyWordThatATemplateAsksForIsThereAndNoOther() throws IOException {
        TreeSet<String> asked = new TreeSet<>(List.of(
                "date",
                "hello",
                "hello.named",
                "why.list",
                "why.clinic",
                "confirm.subject",
                "welcome.subject",
                "already.subject"));
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file :
                    files.filter(it -> it.toString().matches(".*\\.(html|txt)")).toList()) {
                java.util.regex.Pattern.compile("#\\{([a-z.]+)")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(key -> asked.add(key.group(1)));
            }
        }

        assertThat(new TreeSet<>(properties("en").stringPropertyNames())).isEqualTo(asked);
    }

    @Test
    void pluralsAreThoseOfTheLanguage() throws IOException {
        write("pl", "days={0,plural,one{# dzień}few{# dni}many{# dni}other{# dnia}}");
        FixedWords words = read("pl");

        assertThat(words.text("days", 1)).isEqualTo("1 dzień");
        assertThat(words.text("days", 3)).isEqualTo("3 dni");
        assertThat(words.text("days", 1_234_567)).startsWith("1").endsWith("dni");
    }

    @Test
    void whatIsFilledInIsData() throws IOException {
        write("en", "x=It’s {0}, isn''t it?\ny=don't");

        assertThat(read("en").text("x", "{1} '{0}' <b>")).isEqualTo("It’s {1} '{0}' <b>, isn't it?");
        assertThat(read("en").text("y")).isEqualTo("don't");
    }

    @Test
    void anEditorsMarkAtTheBeginningIsNoPartOfTheFirstKey() throws IOException {
        write("de", "\uFEFFx=Größe");

        assertThat(read("de").text("x")).isEqualTo("Größe");
    }

    @Test
    void wordsThatAreNotThereAreNamedWithTheirFile() throws IOException {
        write("de", "x=y");

        assertThatThrownBy(() -> read("de").text("digest.also"))
                .hasMessage("there are no words “digest.also” in templates/words_de.properties: write them there");
        assertThatThrownBy(() -> read("fr").text("digest.also"))
                .hasMessage(
                        "there are no words “digest.also”, as templates/words_fr.properties is missing: put it there, or"
                                + " set mailround.clinic.language to a language that has such a file");
    }

    @Test
    void wordsThatCannotBeReadAreNamedWithTheirLine() throws IOException {
        write("de", "# Wörter\n\na=b\nx.y = {0,plural,one{ein Tag}");

        assertThatThrownBy(() -> read("de"))
                .isInstanceOf(TemplateException.class)
                .hasMessage(
                        "templates/words_de.properties, line 4: “x.y” cannot be read: correct what stands between its"
                                + " braces, such as {0}");
        write("de", "x={name}");
        assertThatThrownBy(() -> read("de")).isInstanceOf(TemplateException.class);
        write("de", "x=\\u00zz");
        assertThatThrownBy(() -> read("de"))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith("templates/words_de.properties has a \\u that");
    }

    @Test
    void aFileInAnotherEncodingIsNamed() throws IOException {
        Files.write(folder.resolve("words_de.properties"), "x=Größe".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> read("de"))
                .isInstanceOf(TemplateException.class)
                .hasMessage("templates/words_de.properties is not in UTF-8: save it as UTF-8");
    }

    @Test
    void anArgumentThatNobodyGivesIsNamed() throws IOException {
        write("de", "x={0} {2}");

        assertThatThrownBy(() -> read("de").text("x", "a"))
                .hasMessage(
                        "“x” in templates/words_de.properties, line 1, has {2}, and nothing is given for it: take it out");
    }

    @Test
    void anApostropheBeforeABraceIsAnApostrophe() throws IOException {
        write("fr", "x=l'{0} d''ici\ny={0,plural,one{d'# jour}other{d'# jours}}");

        assertThat(read("fr").text("x", "été")).isEqualTo("l'été d'ici");
        assertThat(read("fr").text("y", 2)).isEqualTo("d'2 jours");
    }

    @Test
    void aPluralOfWhatIsNoNumberIsNamed() throws IOException {
        write("de", "x={0,plural,one{a}other{b}}");

        assertThatThrownBy(() -> read("de").text("x", "Titel"))
                .hasMessage(
                        "“x” in templates/words_de.properties, line 1, treats words as a number: write {0} without plural");
    }

    private FixedWords read(String language) {
        return FixedWords.read(folder.resolve("words_" + language + ".properties"), language);
    }

    private void write(String language, String words) throws IOException {
        Files.writeString(folder.resolve("words_" + language + ".properties"), words);
    }

    private static Properties properties(String language) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(TEMPLATES.resolve("words_" + language + ".properties"))));
        return properties;
    }

    /** Which arguments there are, and of which kind. */
    private static List<String> arguments(String pattern) {
        MessagePattern parsed = new MessagePattern(pattern);
        return IntStream.range(0, parsed.countParts())
                .filter(i -> parsed.getPartType(i) == Part.Type.ARG_START)
                .mapToObj(i -> parsed.getSubstring(parsed.getPart(i + 1)) + " "
                        + (parsed.getPart(i).getArgType() == ArgType.NONE
                                ? ""
                                : parsed.getPart(i).getArgType()))
                .sorted()
                .distinct()
                .toList();
    }
}
