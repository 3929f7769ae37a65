package org.mailround.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"=1+1, '=1+1", "+44 20 7946 0000, '+44 20 7946 0000", "'=1, ''=1", "@x, '@x", "-1, '-1"})
    void whatASpreadsheetWouldRunGetsAnApostrophe(String cell, String defused) {
        assertThat(Formula.defuse(cell)).isEqualTo(defused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana", "", "'", "''", "'Ana", "O'Hara", "1-2", " =1"})
    void whatItTakesForTextStaysAsItIs(String cell) {
        assertThat(Formula.defuse(cell)).isEqualTo(cell);
        assertThat(Formula.restore(cell)).isEqualTo(cell);
    }

    @Test
    void everyCellComesBackAsItWas() {
        String[] pieces = {"'", "=", "+", "-", "@", "\t", "\r", "a", " ", ""};
        for (String one : pieces) {
            for (String two : pieces) {
                for (String three : pieces) {
                    String cell = one + two + three;
                    assertThat(Formula.restore(Formula.defuse(cell))).isEqualTo(cell);
                    assertThat(Formula.defuse(cell)).doesNotContainPattern("^[=+\\-@\t\r]");
                }
            }
        }
    }
}
