package org.mailround.smtp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * A socket that TLS may lie over, which reads the head of a record and then its body, and writes and flushes record by
 * record: here a read fetches both, and what is written as one goes out as one.
 */
class RelaySocket extends Socket {

    private static final int RECORD = 1 << 15;

    private @Nullable InputStream in;
    private @Nullable Together out;

    @Override
    public synchronized InputStream getInputStream() throws IOException {
        if (in == null) {
            in = new BufferedInputStream(super.getInputStream(), RECORD);
        }
        return in;
    }

    @Override
    public synchronized OutputStream getOutputStream() throws IOException {
        if (out == null) {
            out = new Together(super.getOutputStream());
        }
        return out;
    }

    /** From now on what is written is kept back. */
    void gather() throws IOException {
        ((Together) getOutputStream()).gathering = true;
    }

    /** Writes what was kept back, and what comes now as it comes. */
    void release() throws IOException {
        ((Together) getOutputStream()).release();
    }

    /** Forgets what was kept back. */
    void drop() throws IOException {
        ((Together) getOutputStream()).drop();
    }

    private static class Together extends OutputStream {

        private final OutputStream out;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private boolean gathering;

        Together(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] octets, int begin, int length) throws IOException {
            if (gathering && kept.size() + length <= RECORD * 4) {
                kept.write(octets, begin, length);
                return;
            }
            pour();
            out.write(octets, begin, length);
        }

        @Override
        public void flush() throws IOException {
            if (!gathering) {
                out.flush();
            }
        }

        void release() throws IOException {
            gathering = false;
            pour();
        }

        void drop() {
            gathering = false;
            kept.reset();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        private void pour() throws IOException {
            if (kept.size() > 0) {
                kept.writeTo(out);
                kept.reset();
            }
        }
    }
}
