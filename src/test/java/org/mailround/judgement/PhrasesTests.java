package org.mailround.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailround.judgement.Phrases.Found;

/** A table of phrases finds what a person would. */
class PhrasesTests {

    private static final Phrases PHRASES = Phrases.of("""
            # first come, first served
            [says-nothing]
            mailbox may be full
            [full]
            mailbox * full
            [unknown]
            user/account unknown
            宛先不明
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "User unknown | unknown",
                "ACCOUNT <x@example.org> UNKNOWN | unknown",
                "the mailbox of x@example.org is full, account unknown | full",
                "user unknown, or the mailbox may be full | unknown",
                "エラー:宛先不明です | unknown",
            })
    void findsAPhraseOfTheFirstSection(String text, String section) {
        assertThat(PHRASES.find(text)).isNotNull().extracting(Found::section).isEqualTo(section);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknown user",
                "superuser unknown",
                "Tell the user. Unknown error",
                "mailbox one two three four five six seven eight nine full",
                "user-unknown.example.org",
            })
    void findsNoneWhereThereIsNone(String text) {
        assertThat(PHRASES.find(text)).isNull();
    }

    @Test
    void everySectionOfTheTableIsAReason() throws Exception {
        String table = new String(
                Objects.requireNonNull(getClass().getResourceAsStream("/judgement/phrases.txt"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);

        assertThat(table.lines().filter(line -> line.startsWith("[")).filter(line -> !line.equals("[says-nothing]")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Reason.of(line.substring(1, line.length() - 1)))
                        .isNotNull());
    }
}
