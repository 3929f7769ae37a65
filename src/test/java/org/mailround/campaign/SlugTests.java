package org.mailround.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTests {

    @ParameterizedTest
    @CsvSource({
        "Flu jabs are here!, flu-jabs-are-here",
        "'  Café: año 2026  ', cafe-ano-2026",
        "../../etc/passwd, etc-passwd",
        "ﬁrst aid, first-aid",
    })
    void isWhatASubjectLeavesInPlainLetters(String subject, String slug) {
        assertThat(Slug.of(subject)).isEqualTo(slug);
    }

    @Test
    void differsForSubjectsWithoutAnyLatinLetter() {
        assertThat(Slug.of("流感疫苗")).startsWith("one-off-").isNotEqualTo(Slug.of("健康"));
    }

    @Test
    void isNoLongerThanItsColumn() {
        assertThat(Slug.of("a".repeat(300))).hasSizeLessThanOrEqualTo(100);
    }
}
