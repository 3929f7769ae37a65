package org.mailround.smtp;

import java.util.HexFormat;
import org.mailround.rfc.EmailAddress;

/** Writes what a parameter of an SMTP command cannot hold as it is. */
final class Xtext {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Xtext() {}

    /**
     * RFC 3461 section 4.
     *
     * @param ascii blanks and printable ASCII
     */
    static String of(String ascii) {
        StringBuilder written = new StringBuilder(ascii.length() + 16);
        for (int i = 0; i < ascii.length(); i++) {
            char c = ascii.charAt(i);
            if (c > ' ' && c <= '~' && c != '+' && c != '=') {
                written.append(c);
            } else {
                written.append('+').append(HEX.toHexDigits((byte) c));
            }
        }
        return written.toString();
    }

    /** An address with its type: RFC 3461 section 4.2, and the form of RFC 6533 section 3 that is ASCII everywhere. */
    static String of(EmailAddress address) {
        return address.needsSmtpUtf8() ? "utf-8;" + unicode(address.text()) : "rfc822;" + of(address.text());
    }

    private static String unicode(String text) {
        StringBuilder written = new StringBuilder(2 * text.length());
        text.codePoints().forEach(c -> {
            if (c > ' ' && c <= '~' && c != '+' && c != '=' && c != '\\') {
                written.append((char) c);
            } else {
                written.append("\\x{%02X}".formatted(c));
            }
        });
        return written.toString();
    }
}
