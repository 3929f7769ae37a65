package org.mailround.mailbox;

import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;

/**
 * What is set on messages that cannot be moved, so that they are not read again.
 *
 * @param judged the flags of those that were judged
 * @param aside the flags of those that a person should look at
 * @param unmarked the search keys for all others (RFC 9051 section 6.4.4)
 */
record Marks(String judged, String aside, String unmarked) {

    private static final String JUDGED = "$MailroundJudged";
    private static final String ASIDE = "$MailroundSetAside";

    /** @param possible the flags that the server keeps (RFC 9051 section 7.1, PERMANENTFLAGS) */
    static Marks of(Flags possible) {
        return possible.contains(Flag.USER) || (possible.contains(JUDGED) && possible.contains(ASIDE))
                ? new Marks(
                        JUDGED + " \\Seen", ASIDE + " \\Flagged", "UNKEYWORD %s UNKEYWORD %s".formatted(JUDGED, ASIDE))
                // nobody answers a report by hand, while many open one
                : new Marks("\\Answered", "\\Flagged", "UNANSWERED UNFLAGGED");
    }
}
