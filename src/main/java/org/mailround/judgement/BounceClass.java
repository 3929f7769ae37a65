package org.mailround.judgement;

import java.util.Locale;

/** What a report, or a relay's refusal, comes to. */
public enum BounceClass {
    /** Nobody is there any more: unknown user, unknown host, moved, disabled mailbox. */
    HARD,
    /** It may pass: a full mailbox, a mail too big, no way there for days. */
    SOFT,
    /** What the mail is or who sends it: spam, authentication, reputation. Never the person's fault. */
    POLICY,
    /** It is still tried. */
    DELAYED,
    /** The reader called it spam (RFC 5965). */
    COMPLAINT,
    /** A machine's answer (RFC 3834): out of office, and receipts. */
    AUTOREPLY,
    /** Somebody wants to leave. */
    UNSUBSCRIBE,
    /** None of these, or nobody can tell. */
    UNKNOWN;

    /** As it is written in the database and for programs: {@code hard}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The class of that label. */
    public static BounceClass of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
