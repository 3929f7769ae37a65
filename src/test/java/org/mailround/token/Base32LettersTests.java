package org.mailround.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;

class Base32LettersTests {

    @Test
    void areThoseOfCommonsCodecInLowerCaseAndWithoutPadding() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Base32 codec = new Base32();
        for (int i = 0; i < 20_000; i++) {
            byte[] octets = new byte[random.nextInt(41)];
            random.nextBytes(octets);

            assertThat(Base32Letters.of(octets))
                    .as("seed %d", seed)
                    .isEqualTo(codec.encodeAsString(octets).replace("=", "").toLowerCase(Locale.ROOT));
        }
    }
}
