package org.mailround.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238 appendix B, of whose eight digits we show the last six. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void showsTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void forgivesAClockThatIsOneStepWrongAndNoMore() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        for (int steps = -2; steps <= 2; steps++) {
            String code = Totp.code(SECRET, Totp.step(now) + steps);
            assertThat(Totp.stepOf(code, SECRET, now).isPresent())
                    .as("%d", steps)
                    .isEqualTo(Math.abs(steps) <= 1);
        }
        assertThat(Totp.stepOf("", SECRET, now)).isEmpty();
    }
}
