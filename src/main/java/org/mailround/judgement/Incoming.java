package org.mailround.judgement;

import java.util.Arrays;
import java.util.List;

/** A message as it came, taken apart as far as that can be done. Nothing in it is believed. */
public final class Incoming {

    /** No report of one mail tells of more. */
    static final int MOST_RECIPIENTS = 100;

    private static final int MOST_OCTETS = 2 * 1024 * 1024;

    private static final int LONGEST_SHARED_TEXT = 20_000;

    private final Dissection parts;
    private final String text;

    private Incoming(Dissection parts) {
        this.parts = parts;
        this.text = parts.text.toString();
    }

    /** Takes a message apart, whatever it is. */
    public static Incoming of(byte[] octets) {
        Dissection parts = new Dissection();
        parts.message(bare(lines(octets)));
        return new Incoming(parts);
    }

    /** Without the line that an mbox has before each message, and no more than anybody needs. */
    private static byte[] bare(byte[] octets) {
        int start = 0;
        while (start < octets.length && (octets[start] == '\n' || octets[start] == '\r')) {
            start++;
        }
        if (startsWith(octets, start, "From ") || startsWith(octets, start, ">From ")) {
            start = nextLine(octets, start);
            while (start < octets.length && (octets[start] == ' ' || octets[start] == '\t')) {
                start = nextLine(octets, start);
            }
        }
        return Arrays.copyOfRange(octets, start, (int) Math.min(octets.length, (long) start + MOST_OCTETS));
    }

    /** Old Macs end a line by CR alone. */
    private static byte[] lines(byte[] octets) {
        for (byte octet : octets) {
            if (octet == '\n') {
                return octets;
            }
        }
        byte[] lines = octets.clone();
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == '\r') {
                lines[i] = '\n';
            }
        }
        return lines;
    }

    private static int nextLine(byte[] octets, int at) {
        int end = at;
        while (end < octets.length && octets[end] != '\n') {
            end++;
        }
        return Math.min(octets.length, end + 1);
    }

    private static boolean startsWith(byte[] octets, int at, String start) {
        for (int i = 0; i < start.length(); i++) {
            if (at + i >= octets.length || octets[at + i] != start.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Every value of a header of the message itself, unfolded and decoded. */
    public List<String> headers(String name) {
        return parts.headers.all(name);
    }

    /** Those of the message itself. */
    Fields headers() {
        return parts.headers;
    }

    /** The decoded subject; empty where there is none. */
    public String subject() {
        String subject = parts.headers.first("Subject");
        return subject == null ? "" : subject;
    }

    /** What people read of it, without what is returned. */
    public String text() {
        return text;
    }

    /** Its beginning, which is read again for each recipient: the shorter, the more of them there are. */
    String textForEachOf(int count) {
        int most = Math.max(2_000, LONGEST_SHARED_TEXT / Math.max(1, count));
        return text.length() > most ? text.substring(0, most) : text;
    }

    /** Values of a field per message of a delivery status (RFC 3464 section 2.2) or of a feedback report (RFC 5965). */
    public List<String> reported(String field) {
        return parts.reported.all(field);
    }

    /** Values of a header of the message that is returned, wherever it was found. */
    public List<String> returned(String name) {
        return parts.returned.all(name);
    }

    /** A delivery status's fields for each recipient (RFC 3464 section 2.3); empty where there is none. */
    List<Fields> recipients() {
        return parts.recipients;
    }
}
