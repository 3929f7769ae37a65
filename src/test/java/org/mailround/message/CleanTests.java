package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CleanTests {

    @Test
    void aLineIsTheSameWhetherItHadToBeCleanedOrNot() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            String data = " a" + (char) c;
            assertThat(Clean.line(data)).as("U+%04X", c).isEqualTo(Words.arriving(data));
        }
    }

    @Test
    void aLineOfAnyWordsIsOne() {
        long seed = new Random().nextLong();
        Words words = new Words(seed);
        for (int i = 0; i < 5_000; i++) {
            String data = words.next();
            assertThat(Clean.line(data)).as("seed %d", seed).isEqualTo(Words.arriving(data));
        }
    }
}
