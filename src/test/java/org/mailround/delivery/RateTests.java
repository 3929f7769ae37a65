package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateTests {

    @ParameterizedTest
    @CsvSource({
        "10/s, 10, PT1S",
        "10/second, 10, PT1S",
        "10, 10, PT1S",
        "30/m, 30, PT1M",
        "30/min, 30, PT1M",
        "30 / minute, 30, PT1M",
        "30/Minutes, 30, PT1M",
        "3000/h, 3000, PT1H",
        "3000/hour, 3000, PT1H",
        "' 10000/d ', 10000, PT24H",
        "10000/day, 10000, PT24H",
    })
    void isReadAsPeopleWriteIt(String text, int count, Duration window) {
        assertThat(Rate.parse(text)).isEqualTo(new Rate(count, window));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fast",
                "0/s",
                "-1/s",
                "1.5/s",
                "10/",
                "/s",
                "10/x",
                "10/month",
                "10/s/s",
                "1e3/s",
                "9999999999/s"
            })
    void whatIsNoRateIsToldWithTheMend(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rate.parse(text))
                .withMessage("is “" + text
                        + "”: write how many messages in which time, such as 10/s, 30/m, 3000/h or 10000/d");
    }

    @Test
    void severalAreSeparatedByCommas() {
        assertThat(Rate.parseAll("30/m, 10000/d")).containsExactly(Rate.parse("30/m"), Rate.parse("10000/d"));
        assertThat(Rate.parseAll(" ")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Rate.parseAll("30/m,"));
    }

    @Test
    void isToldAsItIsWritten() {
        assertThat(Rate.parse("30 / minute")).hasToString("30/m");
        assertThat(Rate.parse("86400/day")).hasToString("86400/d");
        assertThat(new Rate(3, Duration.ofSeconds(90))).hasToString("3/PT1M30S");
    }
}
