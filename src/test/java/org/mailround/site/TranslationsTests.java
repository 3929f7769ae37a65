package org.mailround.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the public pages: a language that lacks some would speak English in the middle of a page. */
class TranslationsTests {

    @ParameterizedTest
    @ValueSource(strings = {"_de", "_es"})
    void aLanguageHasAllWordsWithAllThatIsFilledIn(String language) throws IOException {
        Properties english = words("");
        Properties other = words(language);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            String translated = other.getProperty(key);
            assertThat(translated).as(key).isNotBlank().doesNotContain("'");
            assertThat(new MessageFormat(translated).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSameSizeAs(new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex());
        }
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(
                        TranslationsTests.class.getResourceAsStream("/words/site" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            words.load(file);
        }
        return words;
    }
}
