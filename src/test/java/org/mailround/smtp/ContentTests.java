package org.mailround.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.eclipse.angus.mail.smtp.SMTPOutputStream;
import org.junit.jupiter.api.Test;

class ContentTests {

    private static final byte[] TELLING = {
        '.', '\r', '\n', 'a', '\t', 0, 0x0E, 0x7F, (byte) 0x80, (byte) 0xE9, (byte) 0xFF
    };

    @Test
    void whatNeedsNothingIsNotEvenCopied() {
        byte[] octets = "Subject: x\r\n\r\nhello .\r\n a.\r\n".getBytes(StandardCharsets.US_ASCII);

        assertThat(new Content(octets).onTheWire()).isSameAs(octets);
    }

    @Test
    void anyOctetsAreWrittenAsAngusWouldAndSeenAsTheyAre() throws IOException {
        Random random = new Random(20261125);
        for (int i = 0; i < 100_000; i++) {
            byte[] octets = octets(random, random.nextInt(50));
            Content content = new Content(octets);

            assertThat(content.onTheWire()).isEqualTo(asAngusWrites(octets));
            assertThat(content.isEightBit()).isEqualTo(firstEightBit(octets) < octets.length);
            assertThat(content.hasEightBitHeaders()).isEqualTo(firstEightBit(octets) < headerEnd(octets));
        }
    }

    /** Lines of ordinary length with something telling now and then, so that whole stretches have none. */
    private static byte[] octets(Random random, int length) {
        byte[] octets = new byte[length];
        int rare = 1 + random.nextInt(8);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(rare) > 0) {
                octets[i] = (byte) (' ' + random.nextInt(95));
            } else if (random.nextBoolean() && i + 1 < length) {
                octets[i++] = '\r';
                octets[i] = '\n';
            } else {
                octets[i] = TELLING[random.nextInt(TELLING.length)];
            }
        }
        return octets;
    }

    private static byte[] asAngusWrites(byte[] octets) throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        SMTPOutputStream angus = new SMTPOutputStream(wire);
        angus.write(octets);
        angus.ensureAtBOL();
        return wire.toByteArray();
    }

    private static int firstEightBit(byte[] octets) {
        int i = 0;
        while (i < octets.length && octets[i] >= 0) {
            i++;
        }
        return i;
    }

    private static int headerEnd(byte[] octets) {
        int end = new String(octets, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
        return end < 0 ? octets.length : end;
    }
}
