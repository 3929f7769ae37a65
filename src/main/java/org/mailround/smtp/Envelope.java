package org.mailround.smtp;

import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;

/**
 * Whom a message is from and for as the relay is told (RFC 5321 section 2.3.1), whatever its headers say.
 *
 * <p>{@link #toString()} tells nothing of it, so that no address and no id can slip into a log.
 *
 * @param sender the reverse-path: where reports of failure go
 * @param recipient the forward-path
 * @param id comes back in reports on this message where the relay offers DSN (RFC 3461 section 4.4): 1 to 100 characters
 *     of printable ASCII. Null to ask for no particular reports
 */
public record Envelope(
        EmailAddress sender,
        EmailAddress recipient,
        @Nullable String id) {

    private static final int LONGEST = 100;

    public Envelope {
        if (id != null && (id.isEmpty() || !isPrintable(id) || Xtext.of(id).length() > LONGEST)) {
            throw new IllegalArgumentException("the id of an envelope is 1 to 100 characters of printable ASCII");
        }
    }

    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /** Whether its addresses can be said in commands, of which each is a line. */
    boolean isOneLine() {
        return hasNoControls(sender.text()) && hasNoControls(recipient.text());
    }

    private static boolean hasNoControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) == 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Whether one of the addresses needs a relay that offers SMTPUTF8 (RFC 6531). */
    boolean needsSmtpUtf8() {
        return sender.needsSmtpUtf8() || recipient.needsSmtpUtf8();
    }

    @Override
    public String toString() {
        return "Envelope[…]";
    }
}
