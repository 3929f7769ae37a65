package org.mailround.rfc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainAddressTests {

    private static final String[] PIECES = {
        "a",
        "Z",
        "m",
        "0",
        "9",
        "7",
        ".",
        "-",
        "--",
        "_",
        "+",
        "'",
        " ",
        "@",
        "xn--",
        "ß",
        "ex",
        "com",
        "Clinic",
        ".org",
        ".co",
        ".1",
        "example",
        "a".repeat(30),
        "b.".repeat(40),
        "c".repeat(63),
        "!",
        "\"",
        "\\",
        "(",
        "/",
        "\u0000"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ana@example.com",
                "Ana.Ng_7+news@Mail.Example.CO.uk",
                "-a-@x.org",
                "a@1.2-3.info",
                "_@a-b.example"
            })
    void knowsWhatMostPeopleHave(String address) {
        assertThat(isPlain(address)).isTrue();
    }

    @Test
    void takesNothingThatTheRulesRefuseOrReadInAnotherWay() {
        Random random = new Random(6);
        int plain = 0;
        for (int i = 0; i < 200_000; i++) {
            String address = (some(random, 4) + "@" + some(random, 5) + (random.nextBoolean() ? ".com" : "")).strip();
            if (isPlain(address)) {
                plain++;
                assertThat(EmailAddress.parse(address, address.lastIndexOf('@')))
                        .as(address)
                        .isEqualTo(EmailAddress.parse(address));
            }
        }
        assertThat(plain).isGreaterThan(5_000);
    }

    private static boolean isPlain(String address) {
        return PlainAddress.is(address, address.lastIndexOf('@'));
    }

    private static String some(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i >= 0; i--) {
            text.append(PIECES[random.nextInt(random.nextBoolean() ? PIECES.length : 7)]);
        }
        return text.toString();
    }
}
