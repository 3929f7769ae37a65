package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Held against the rules of RFC 6376 section 3.4, written as they are read. */
class RelaxedTests {

    private static final List<String> PIECES = List.of(
            " ", "\t", "  ", "\r\n", "\r\n ", "\r\n\t", "\r", "\n", ":", ": ", "a", "B", "word", "é", ".", "=\r\n",
            ";");

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void aHeaderIsUnfoldedAndItsBlanksAreOne() {
        for (int i = 0; i < 20_000; i++) {
            // no line break but that of a fold is within a header
            String value = text().replaceAll("\r(?!\n[ \t])|(?<!\r)\n|\n(?![ \t])", "");
            byte[] octets = octets("X: y\r\nNaMe \t:" + value + "\r\n");

            assertThat(text(Relaxed.header(octets, "X: y\r\n".length(), octets.length - 2)))
                    .as("seed %d, value %s", seed, value)
                    .isEqualTo("name:"
                            + value.replaceAll("\r\n(?=[ \t])", "")
                                    .replaceAll("[ \t]+", " ")
                                    .replaceAll("^ | $", ""));
        }
    }

    @Test
    void aBodyLosesBlanksAtItsLinesAndEmptyLinesAtItsEnd() {
        for (int i = 0; i < 20_000; i++) {
            String body = text();
            String lines = body.replaceAll("[ \t]+(?=\r\n|\\z)", "").replaceAll("[ \t]+", " ");
            String expected = lines.replaceAll("(\r\n)*\\z", "");

            assertThat(text(Relaxed.body(octets("ab" + body), 2)))
                    .as("seed %d, body %s", seed, body)
                    .isEqualTo(expected.isEmpty() ? "" : expected + "\r\n");
        }
    }

    /** So each of those that a body is made of can be made canonical alone. */
    @Test
    void piecesSideBySideAreCanonicalSideBySide() {
        Words words = new Words(seed);
        for (int i = 0; i < 3_000; i++) {
            byte[] first = QuotedPrintable.encode(Clean.text(words.next()) + "  x");
            byte[] second = QuotedPrintable.encode(Clean.text(words.next()));
            String end = "\r\n--=_mailround_12--\r\n";

            assertThat(text(Relaxed.lines(first)) + text(Relaxed.lines(second)) + end)
                    .as("seed %d", seed)
                    .isEqualTo(text(Relaxed.body(octets(text(first) + text(second) + end), 0)));
        }
    }

    private String text() {
        return IntStream.range(0, random.nextInt(10))
                .mapToObj(n -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
