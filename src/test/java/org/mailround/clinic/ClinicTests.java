package org.mailround.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicTests {

    @ParameterizedTest
    @ValueSource(
            strings = {Clinic.SYSTEM_FONTS, "Georgia", "Georgia, \"Times New Roman\", serif", " 'Gill Sans MT' ,Arial"})
    void fontsAreNamesWithCommasBetweenThem(String font) {
        assertThat(clinic(font, "en", null).font()).isEqualTo(font);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Georgia;",
                "a, , b",
                "'Arial",
                "\"Arial'",
                "Arial}",
                "url(x)",
                "Arial, /* x */ b",
                "<b>",
                "a\nb:c"
            })
    void whatCouldEndTheRuleIsNoFont(String font) {
        assertThatThrownBy(() -> clinic(font, "en", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("mailround.clinic.font is " + font + ": write the names of fonts");
    }

    @ParameterizedTest
    @CsvSource({"en,en", "de_CH,de-CH", "PT-br,pt-BR", "'',en"})
    void theLanguageIsATag(String written, String language) {
        assertThat(clinic("Arial", written, null).language()).isEqualTo(language);
    }

    @Test
    void whatIsNoLanguageIsNamed() {
        assertThatThrownBy(() -> clinic("Arial", "German please", null))
                .hasMessage("mailround.clinic.language is German please: write a language tag such as en, es or de-CH");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 537})
    void aLogoFitsIntoAMail(int width) {
        assertThatThrownBy(() -> clinic("Arial", "en", width))
                .hasMessage("mailround.clinic.logo-width is " + width + ": write a number of pixels from 1 to 536");
    }

    private static Clinic clinic(String font, String language, @Nullable Integer logoWidth) {
        return new Clinic(
                "Riverside",
                null,
                ZoneOffset.UTC,
                null,
                null,
                "#0f5c63",
                "#7fd1d8",
                null,
                null,
                logoWidth,
                48,
                font,
                language);
    }
}
