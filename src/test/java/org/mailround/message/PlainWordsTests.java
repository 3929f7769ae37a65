package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Held against regular expressions, which say the same slowly. */
class PlainWordsTests {

    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");
    private static final Pattern ATOMS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+( [A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*+");
    private static final Pattern WORD = Pattern.compile(" *[^ ]+");
    private static final List<String> PIECES = List.of(" ", "  ", "a", "Z9", "=?", "=", "?", ".", "\\", "\"", "~", "'");

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void arePrintableAsciiThatLooksLikeNoEncodedWord() {
        Predicate<String> slowly = value -> PRINTABLE.matcher(value).matches() && !value.contains("=?");
        Words words = new Words(seed);
        for (int i = 0; i < 5_000; i++) {
            String value = i % 2 == 0 ? words.next() : pieces();
            assertThat(PlainWords.isPlain(value)).as("seed %d: %s", seed, value).isEqualTo(slowly.test(value));
        }
        for (char c = 0; c < 0x200; c++) {
            assertThat(PlainWords.isPlain("a" + c)).isEqualTo(slowly.test("a" + c));
        }
    }

    @Test
    void areAtomsWithOneBlankBetweenThem() {
        for (int i = 0; i < 20_000; i++) {
            String value = pieces();
            assertThat(PlainWords.isAtoms(value))
                    .as("seed %d: %s", seed, value)
                    .isEqualTo(ATOMS.matcher(value).matches());
        }
        for (char c = ' '; c <= '~'; c++) {
            assertThat(PlainWords.isAtoms("a" + c + "b"))
                    .isEqualTo(ATOMS.matcher("a" + c + "b").matches());
        }
    }

    @Test
    void haveTheBlanksBeforeThem() {
        for (int i = 0; i < 20_000; i++) {
            String value = pieces();
            assertThat(PlainWords.of(value))
                    .as("seed %d: %s", seed, value)
                    .isEqualTo(WORD.matcher(value)
                            .results()
                            .map(MatchResult::group)
                            .toList());
        }
    }

    private String pieces() {
        return IntStream.range(0, random.nextInt(8))
                .mapToObj(n -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }
}
