package org.mailround.smtp;

import java.util.Set;
import java.util.regex.Pattern;
import org.mailround.rfc.SmtpReply;

/**
 * Tells a limit that the relay sets to us from a fault of a message or its recipient. Providers say it in replies of every
 * class: as 5yz the recipient would be rejected, though tomorrow the same mail is taken.
 */
final class SendingLimit {

    /**
     * Exchange Online's: recipients a day, and recipients outside that a trial tenant, and any tenant, may write to.
     * Others, Gmail's 5.4.5 among them, mean too many things.
     */
    private static final Set<String> STATUSES = Set.of("5.1.90", "5.7.232", "5.7.233");

    private static final Pattern WORDS = Pattern.compile(
            "(?i)\\bdaily\\b.{0,40}\\b(limit|quota)\\b|\\bsending (limit|quota)\\b|\\bmessage quota exceeded\\b"
                    + "|\\b(limit|quota)\\b.{0,40}\\b(per|a) (day|24 ?h)");

    /** It is the recipient who gets too much. */
    private static final Pattern NOT_OURS = Pattern.compile("(?i)\\b(recipient|mailbox|receiv)");

    private SendingLimit() {}

    static boolean isSaidBy(SmtpReply reply) {
        return reply.code() >= 400
                && (STATUSES.contains(String.valueOf(reply.status()))
                        || (WORDS.matcher(reply.text()).find()
                                && !NOT_OURS.matcher(reply.text()).find()));
    }
}
