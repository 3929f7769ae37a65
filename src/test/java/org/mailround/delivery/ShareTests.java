package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTests {

    @ParameterizedTest
    @CsvSource({"5%, 0.05", "5 %, 0.05", "0.05, 0.05", "0.050, 0.05", "2.5%, 0.025", "100%, 1", "1, 1"})
    void isReadAsPeopleWriteIt(String text, BigDecimal value) {
        assertThat(Share.parse(text)).isEqualTo(new Share(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0%", "200%", "100.1%", "5", "-5%", "some", "5%%", "0,05"})
    void whatIsNoShareIsToldWithTheMend(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Share.parse(text))
                .withMessage("is “" + text + "”: write a share above 0% and up to 100%, such as 5% or 0.05");
    }

    @Test
    void isReachedByAPartThatIsAsLarge() {
        Share share = Share.parse("5%");

        assertThat(share.isReachedBy(100, 2000)).isTrue();
        assertThat(share.isReachedBy(100, 2001)).isFalse();
        assertThat(share.isReachedBy(0, 0)).isFalse();
    }

    @Test
    void isToldInPercent() {
        assertThat(Share.parse("0.025")).hasToString("2.5%");
        assertThat(Share.parse("1")).hasToString("100%");
    }
}
