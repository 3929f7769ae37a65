package org.mailround.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.rfc.SmtpReply;

class RepliesTests {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1 << 20})
    void oneReplyIsToldFromTheNextHoweverTheyCome(int piece) throws IOException {
        String long1 = "x".repeat(3_000);
        Replies replies = replies("250\r\n250-2.1.0 a\r\n250 2.1.0 b\n354 " + long1 + "\r\n550 5.1.1 no\r\n", piece);

        assertThat(replies.next()).isEqualTo(250);
        assertThat(replies.latest()).isEqualTo(new SmtpReply(250, null, ""));
        assertThat(replies.next()).isEqualTo(250);
        assertThat(replies.latest()).isEqualTo(new SmtpReply(250, "2.1.0", "a b"));
        assertThat(replies.next()).isEqualTo(354);
        assertThat(replies.latest()).isEqualTo(new SmtpReply(354, null, long1));
        assertThat(replies.isAhead()).isTrue();
        assertThat(replies.next()).isEqualTo(550);
        assertThat(replies.latest()).isEqualTo(new SmtpReply(550, "5.1.1", "no"));
        assertThat(replies.isAhead()).isFalse();
        assertThatExceptionOfType(EOFException.class).isThrownBy(replies::next);
    }

    @Test
    void controlsAndWhatIsNoTextHarmNobody() throws IOException {
        Replies replies = replies("250 2.0.0 a\0b\u001B[31m\tc\u007F \u2028é\r\n", 1 << 20);

        assertThat(replies.next()).isEqualTo(250);
        assertThat(replies.latest()).isEqualTo(new SmtpReply(250, "2.0.0", "a b [31m c  \u2028é"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\r\n", "hi\r\n", "25\r\n", "2500\r\n", "x50 a\r\n", "150 a\r\n", "650 a\r\n", "250-a\r\nb\r\n"})
    void whatIsNoReplyIsTold(String said) {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> replies(said, 1 << 20).next());
    }

    @ParameterizedTest
    @ValueSource(strings = {"250-a\r\n", "x"})
    void nothingIsReadForEver(String onAndOn) {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> replies(onAndOn.repeat(100_000), 1 << 20).next());
    }

    private static Replies replies(String said, int piece) {
        return new Replies(new InPieces(new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8)), piece));
    }

    /** Gives no more at once than so many octets. */
    private static class InPieces extends InputStream {

        private final InputStream in;
        private final int piece;

        InPieces(InputStream in, int piece) {
            this.in = in;
            this.piece = piece;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] octets, int begin, int length) throws IOException {
            return in.read(octets, begin, Math.min(piece, length));
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }
    }
}
