package org.mailround.preflight;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailround.preflight.Visit.Answered;

/** Reads an HTTP answer (RFC 9112): its head, and the beginning of its body. */
final class WebAnswer {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
    private static final int LONGEST_HEAD = 64 * 1024;

    private final InputStream in;
    private final Deadline deadline;
    private int head;

    private WebAnswer(InputStream in, Deadline deadline) {
        this.in = in;
        this.deadline = deadline;
    }

    /** @throws IOException if it is no such answer, too long, or too late */
    static Answered read(InputStream in, int octets, Deadline deadline) throws IOException {
        return new WebAnswer(in, deadline).read(octets);
    }

    private Answered read(int octets) throws IOException {
        int status;
        Map<String, String> headers;
        do {
            Matcher line = STATUS.matcher(line());
            if (!line.matches()) {
                throw new IOException("no HTTP");
            }
            status = Integer.parseInt(line.group(1));
            headers = headers();
        } while (status < 200);
        return new Answered(status, headers, octets == 0 ? new byte[0] : body(headers, octets));
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private byte[] body(Map<String, String> headers, int octets) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
            int chunk = chunkSize();
            while (chunk > 0 && body.size() < octets) {
                copy(body, Math.min(chunk, octets - body.size()));
                if (body.size() < octets) {
                    line();
                    chunk = chunkSize();
                }
            }
        } else {
            String length = headers.getOrDefault("content-length", "");
            copy(body, length.matches("\\d{1,9}") ? Math.min(octets, Integer.parseInt(length)) : octets);
        }
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        String size = line().replaceFirst(";.*", "").strip();
        if (!size.matches("[0-9A-Fa-f]{1,7}")) {
            throw new IOException("no chunk");
        }
        return Integer.parseInt(size, 16);
    }

    private void copy(ByteArrayOutputStream body, int octets) throws IOException {
        byte[] buffer = new byte[8192];
        int left = octets;
        while (left > 0) {
            checkTime();
            int read = in.read(buffer, 0, Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            body.write(buffer, 0, read);
            left -= read;
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            checkTime();
            if (c < 0) {
                throw new EOFException();
            }
            if (++head > LONGEST_HEAD) {
                throw new IOException("too long");
            }
            line.write(c);
        }
        // addresses that are not encoded come in this
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /** A server that sends an octet now and then would keep us for ever. */
    private void checkTime() throws SocketTimeoutException {
        if (deadline.isOver()) {
            throw new SocketTimeoutException();
        }
    }
}
