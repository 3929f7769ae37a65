package org.mailround.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What of a mail must stay as it is for its signature to hold: RFC 6376 sections 3.4.2 and 3.4.4. */
final class Relaxed {

    private static final Pattern FOLD = Pattern.compile("\r\n(?=[ \t])");
    private static final Pattern BLANKS = Pattern.compile("[ \t]+");

    private Relaxed() {}

    /** One header without the line break at its end. */
    static byte[] header(String header) {
        int colon = header.indexOf(':');
        String name = header.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = BLANKS.matcher(FOLD.matcher(header.substring(colon + 1)).replaceAll(""))
                .replaceAll(" ")
                .strip();
        // an octet is a character here: a header may hold UTF-8 (RFC 6532)
        return (name + ':' + value).getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * The body that begins there: no blanks at the end of a line, one for several elsewhere, and no empty lines at the
     * end.
     */
    static byte[] body(byte[] mail, int start) {
        // it grows by no more than the line break that it may lack at its end
        byte[] canonical = new byte[mail.length - start + 2];
        int length = 0;
        int lineBreaks = 0;
        boolean blank = false;
        for (int i = start; i < mail.length; i++) {
            byte octet = mail[i];
            if (octet == ' ' || octet == '\t') {
                blank = true;
            } else if (octet == '\r' && i + 1 < mail.length && mail[i + 1] == '\n') {
                i++;
                lineBreaks++;
                blank = false;
            } else {
                // the end of the line before, and empty ones, count now that something follows
                for (; lineBreaks > 0; lineBreaks--) {
                    canonical[length++] = '\r';
                    canonical[length++] = '\n';
                }
                if (blank) {
                    canonical[length++] = ' ';
                    blank = false;
                }
                canonical[length++] = octet;
            }
        }
        if (length > 0) {
            canonical[length++] = '\r';
            canonical[length++] = '\n';
        }
        return Arrays.copyOf(canonical, length);
    }
}
