package org.mailround.smtp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.mailround.rfc.SmtpReply;

/** Reads what a relay replies, one reply after the other (RFC 5321 section 4.2). */
class Replies {

    /** Nobody has so much to say: who goes on and on would fill the memory. */
    private static final int LONGEST = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 10];
    private int begin;
    private int end;
    private int filled;

    Replies(InputStream in) {
        this.in = in;
    }

    /**
     * Waits for the next reply, of one line or several.
     *
     * @return its code, 200 to 599
     * @throws EOFException if the relay hung up
     * @throws ProtocolException if what came is no reply
     */
    int next() throws IOException {
        begin = end;
        int line = begin;
        while (true) {
            int lineEnd = line;
            while (lineEnd == filled || buffer[lineEnd] != '\n') {
                if (lineEnd < filled) {
                    lineEnd++;
                    continue;
                }
                int moved = begin;
                fill();
                line -= moved;
                lineEnd -= moved;
            }
            int code = code(line, lineEnd);
            if (buffer[line + 3] != '-') {
                end = lineEnd + 1;
                return code;
            }
            line = lineEnd + 1;
        }
    }

    /** Moves what there is of the reply to the beginning, and reads more of it. */
    private void fill() throws IOException {
        filled -= begin;
        System.arraycopy(buffer, begin, buffer, 0, filled);
        begin = 0;
        end = 0;
        if (filled == LONGEST) {
            throw new ProtocolException("a reply without an end");
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("hung up");
        }
        filled += read;
    }

    private int code(int line, int lineEnd) throws ProtocolException {
        boolean isReply = lineEnd - line >= 3
                && buffer[line] >= '2'
                && buffer[line] <= '5'
                && isDigit(buffer[line + 1])
                && isDigit(buffer[line + 2])
                && " -\r\n".indexOf(buffer[line + 3]) >= 0;
        if (!isReply) {
            throw new ProtocolException("no reply");
        }
        return 100 * (buffer[line] - '0') + 10 * (buffer[line + 1] - '0') + buffer[line + 2] - '0';
    }

    private static boolean isDigit(byte octet) {
        return octet >= '0' && octet <= '9';
    }

    /** The reply that came last, with what it says. */
    SmtpReply latest() {
        byte[] said = Arrays.copyOfRange(buffer, begin, end);
        for (int i = 0; i < said.length; i++) {
            // whoever reads it in a terminal, or keeps it in a database, wants no controls
            if ((said[i] >= 0 && said[i] < ' ' && said[i] != '\n') || said[i] == 0x7F) {
                said[i] = ' ';
            }
        }
        return Objects.requireNonNull(SmtpReply.parse(new String(said, StandardCharsets.UTF_8)));
    }

    /** Whether the relay said something that nobody has waited for. */
    boolean isAhead() throws IOException {
        return filled > end || in.available() > 0;
    }
}
