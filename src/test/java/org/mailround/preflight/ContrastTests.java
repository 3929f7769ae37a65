package org.mailround.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContrastTests {

    @Test
    void blackOnWhiteIsTheMost() {
        assertThat(Contrast.ratio("#000000", "#ffffff")).isCloseTo(21, within(0.001));
        assertThat(Contrast.ratio("#123456", "#123456")).isCloseTo(1, within(0.001));
    }

    /** Two greys that everybody quotes: #767676 is the lightest that passes on white. */
    @ParameterizedTest
    @CsvSource({"#767676,true", "#777777,false"})
    void fourAndAHalfIsTheBorder(String grey, boolean passes) {
        assertThat(Contrast.ratio(grey, "#ffffff") >= Contrast.ENOUGH).isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({"#ffcc00,#ffffff", "#7fd1d8,#ffffff", "#0f5c63,#11191b", "#000000,#11191b"})
    void theShadeThatIsProposedCanBeRead(String colour, String background) {
        assertThat(Contrast.ratio(Contrast.readable(colour, background), background))
                .isGreaterThanOrEqualTo(Contrast.ENOUGH);
    }
}
