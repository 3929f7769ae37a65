package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuotedPrintableTests {

    @Test
    void aPieceEndsAtTheStartOfALine() {
        assertThat(encoded("")).isEmpty();
        assertThat(encoded("a=b ")).isEqualTo("a=3Db =\r\n");
        assertThat(encoded("a \n")).isEqualTo("a=20\r\n");
        assertThat(encoded("\n\n")).isEqualTo("\r\n\r\n");
        assertThat(encoded("é\t")).isEqualTo("=C3=A9=09=\r\n");
    }

    @Test
    void noLineBeginsWithWhatRelaysChange() {
        assertThat(encoded(".\nFrom here\n..")).isEqualTo("=2E\r\n=46rom here\r\n=2E.=\r\n");
    }

    @Test
    void linesAreNeverTooLong() {
        for (String c : new String[] {"x", "é", " ", "=", "😀", ".", "x "}) {
            for (int n = 70; n < 160; n++) {
                assertThat(encoded(c.repeat(n)).split("\r\n"))
                        .allMatch(line -> line.length() <= 76)
                        .allMatch(line -> !line.endsWith(" "));
            }
        }
    }

    @Test
    void piecesSideBySideDecodeToTheTextsSideBySide() throws Exception {
        Words words = new Words(7);
        for (int i = 0; i < 3000; i++) {
            String first = Clean.text(words.next());
            String second = Clean.text(words.next());
            String third = Clean.text(words.next()) + "\n";

            assertThat(decoded(encoded(first) + encoded(second) + encoded(third)))
                    .isEqualTo((first + second + third).replace("\n", "\r\n"));
        }
    }

    private static String encoded(String text) {
        return new String(QuotedPrintable.encode(text), StandardCharsets.US_ASCII);
    }

    private static String decoded(String encoded) throws IOException, jakarta.mail.MessagingException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        MimeUtility.decode(new ByteArrayInputStream(encoded.getBytes(StandardCharsets.US_ASCII)), "quoted-printable")
                .transferTo(text);
        return text.toString(StandardCharsets.UTF_8);
    }
}
