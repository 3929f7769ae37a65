package org.mailround.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.entity.DeflateInputStream;

/** Reads the beginning of a body. Neither what arrives nor what it unpacks to is ever more than is wanted. */
final class Body {

    /** It is larger as it arrives than it may be unpacked. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private Body() {}

    /**
     * @param encoding as the answer has it (RFC 9110 section 8.4); what is not known is left as it is
     * @throws TooLargeException if more arrives than is wanted, and still unpacks to less
     */
    static byte[] read(InputStream in, String encoding, int most) throws IOException {
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "gzip", "x-gzip" -> new GZIPInputStream(new Limited(in, most)).readNBytes(most);
            case "deflate" -> new DeflateInputStream(new Limited(in, most)).readNBytes(most);
            default -> in.readNBytes(most);
        };
    }

    /** An archive of nothing, again and again, would never come to an end. */
    private static final class Limited extends FilterInputStream {

        private int left;

        Limited(InputStream in, int most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int octets = super.read(buffer, offset, length);
            count(octets);
            return octets;
        }

        private void count(int octets) throws TooLargeException {
            left -= Math.max(0, octets);
            if (left < 0) {
                throw new TooLargeException();
            }
        }
    }
}
