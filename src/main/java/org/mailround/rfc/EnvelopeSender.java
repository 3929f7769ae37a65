package org.mailround.rfc;

import java.util.regex.Pattern;

/**
 * The reverse-path (RFC 5321 section 3.3) of mail whose failures are to be told apart (VERP): each mail's ends in a token
 * of its own, {@code local+TOKEN@domain}.
 *
 * @param mailbox where reports of failure arrive, whatever token they are sent to
 */
public record EnvelopeSender(EmailAddress mailbox) {

    /** A token of ours in base32: 24 octets. */
    private static final int TOKEN = 39;

    private static final int LONGEST_LOCAL = 64 - "+".length() - TOKEN;
    private static final int LONGEST = 254 - "+".length() - TOKEN;

    /** Quoted and non-ASCII ones are legal, but take no token, or need a relay that offers SMTPUTF8. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+");

    /** @throws IllegalArgumentException if no token fits; the message says why, without repeating the address */
    public EnvelopeSender {
        if (!PLAIN.matcher(mailbox.local()).matches()) {
            throw new IllegalArgumentException(
                    "the part before the @ has more in it than plain letters, digits and signs");
        }
        requireAtMost(LONGEST_LOCAL, mailbox.local(), "the part before the @");
        requireAtMost(LONGEST, mailbox.text(), "the address");
    }

    private static void requireAtMost(int longest, String text, String what) {
        if (text.length() > longest) {
            throw new IllegalArgumentException(
                    "%s is longer than %d characters: each mail adds a token to it".formatted(what, longest));
        }
    }

    /**
     * The reverse-path of one mail.
     *
     * @param token letters and digits, at most 39
     */
    public EmailAddress with(String token) {
        if (token.length() > TOKEN) {
            throw new IllegalArgumentException("a token of " + token.length() + " characters is too long");
        }
        return new EmailAddress(mailbox.local() + "+" + token, mailbox.domain());
    }
}
