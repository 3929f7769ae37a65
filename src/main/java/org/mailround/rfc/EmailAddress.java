package org.mailround.rfc;

import com.ibm.icu.text.IDNA;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * An address as RFC 5321 section 4.1.2 has it: a local part of at most 64 octets and a domain of A-labels, at most
 * 254 octets together. Addresses compare without case.
 *
 * <p>{@link #toString()} does not tell the address, so that one cannot slip into a log; ask for {@link #text()}.
 *
 * @param local the local part as the person writes it
 * @param domain the domain in lower case, IDNs as A-labels (UTS 46, non-transitional)
 */
public record EmailAddress(String local, String domain) {

    /** Domains set aside for documentation and tests (RFC 2606, RFC 6761), with everything below them. */
    public static final Set<String> RESERVED_DOMAINS =
            Set.of("example.com", "example.net", "example.org", "example", "test", "invalid", "localhost");

    /** A class of its own, so that ICU loads its tables only for an address that is not a plain one. */
    private static final class Rules {

        private static final EmailValidator SYNTAX = JMail.strictValidator();
        private static final IDNA UTS46 = IDNA.getUTS46Instance(
                IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.USE_STD3_RULES);
    }

    /**
     * Reads an address as people type it; blanks around it do not count.
     *
     * @throws IllegalArgumentException if this is no address that mail can be sent to; the message says why, without
     *     repeating the address
     */
    public static EmailAddress parse(String text) {
        String trimmed = text.strip();
        int at = trimmed.lastIndexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("the address has no @");
        }
        return PlainAddress.is(trimmed, at)
                ? new EmailAddress(
                        trimmed.substring(0, at), trimmed.substring(at + 1).toLowerCase(Locale.ROOT))
                : parse(trimmed, at);
    }

    /** By all the rules; {@link PlainAddress} knows those that most addresses keep. */
    static EmailAddress parse(String trimmed, int at) {
        String local = trimmed.substring(0, at);
        String domain = toAsciiLabels(trimmed.substring(at + 1));
        if (utf8Length(local) > 64) {
            throw new IllegalArgumentException("the part before the @ is longer than 64 octets");
        }
        if (utf8Length(local) + 1 + domain.length() > 254) {
            throw new IllegalArgumentException("the address is longer than 254 octets");
        }
        if (!Rules.SYNTAX.isValid(local + "@" + domain)) {
            throw new IllegalArgumentException("the address is not written as user@domain");
        }
        return new EmailAddress(local, domain);
    }

    /** The address as it goes on an envelope: {@code local@domain}. */
    public String text() {
        return local + "@" + domain;
    }

    /** What two spellings of one address share: everything in lower case. */
    public String canonical() {
        return text().toLowerCase(Locale.ROOT);
    }

    /** Whether a text names this address, however its letters are written, and not only a longer one that it is part of. */
    public boolean isNamedIn(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        String wanted = canonical();
        for (int at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
            int end = at + wanted.length();
            if ((at == 0 || !isLocal(folded.charAt(at - 1))) && !goesOn(folded, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || "!#$%&'*+-./=?^_`{|}~".indexOf(c) >= 0;
    }

    /** Whether a domain that ends here has more letters or labels; a dot may also end a sentence. */
    private static boolean goesOn(String text, int end) {
        if (end < text.length() && text.charAt(end) == '.') {
            return end + 1 < text.length() && Character.isLetterOrDigit(text.charAt(end + 1));
        }
        return end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '-');
    }

    /** Whether the local part needs a relay that offers SMTPUTF8 (RFC 6531). */
    public boolean needsSmtpUtf8() {
        for (int i = 0; i < local.length(); i++) {
            if (local.charAt(i) > 127) {
                return true;
            }
        }
        return false;
    }

    /** Whether the domain is set aside for documentation and tests (RFC 2606, RFC 6761): nobody lives there. */
    public boolean isReserved() {
        return isReserved(domain);
    }

    /** Whether a domain is one of {@link #RESERVED_DOMAINS}, or below one. */
    public static boolean isReserved(String domain) {
        String lower = domain.toLowerCase(Locale.ROOT);
        return RESERVED_DOMAINS.stream().anyMatch(reserved -> lower.equals(reserved) || lower.endsWith("." + reserved));
    }

    @Override
    public String toString() {
        return "EmailAddress[…]";
    }

    private static String toAsciiLabels(String domain) {
        IDNA.Info info = new IDNA.Info();
        String ascii =
                Rules.UTS46.nameToASCII(domain, new StringBuilder(), info).toString();
        if (info.hasErrors()) {
            throw new IllegalArgumentException("the domain after the @ is not a valid one");
        }
        return ascii.toLowerCase(Locale.ROOT);
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
