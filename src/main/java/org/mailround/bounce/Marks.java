package org.mailround.bounce;

import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;

/**
 * What is set on messages that cannot be moved, so that they are not read again.
 *
 * @param judged set on those that were judged
 * @param aside set on those that a person should look at
 * @param unmarked the search keys for all others (RFC 9051 section 6.4.4)
 */
record Marks(Flags judged, Flags aside, String unmarked) {

    private static final String JUDGED = "$MailroundJudged";
    private static final String ASIDE = "$MailroundSetAside";

    /** @param possible the flags that the server keeps (RFC 9051 section 7.1, PERMANENTFLAGS) */
    static Marks of(Flags possible) {
        return possible.contains(Flag.USER) || (possible.contains(JUDGED) && possible.contains(ASIDE))
                ? new Marks(
                        flags(JUDGED, Flag.SEEN),
                        flags(ASIDE, Flag.FLAGGED),
                        "UNKEYWORD %s UNKEYWORD %s".formatted(JUDGED, ASIDE))
                // nobody answers a report by hand, while many open one
                : new Marks(new Flags(Flag.ANSWERED), new Flags(Flag.FLAGGED), "UNANSWERED UNFLAGGED");
    }

    private static Flags flags(String keyword, Flag flag) {
        Flags flags = new Flags(flag);
        flags.add(keyword);
        return flags;
    }
}
