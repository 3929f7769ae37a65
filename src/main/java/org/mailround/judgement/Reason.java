package org.mailround.judgement;

import java.util.Locale;

/** Why a mail came back, as far as we tell reasons apart, and what that leads to. */
enum Reason {
    VIRUS(BounceClass.POLICY),
    CONTENT(BounceClass.POLICY),
    SPAM(BounceClass.POLICY),
    AUTHENTICATION(BounceClass.POLICY),
    TLS(BounceClass.POLICY),
    RELAYING(BounceClass.POLICY),
    RATE_LIMITED(BounceClass.POLICY),
    BLOCKED(BounceClass.POLICY),
    SENDER_REFUSED(BounceClass.POLICY),
    /** By what the recipient chose: they are there, and read. */
    FILTERED(BounceClass.POLICY),
    POLICY(BounceClass.POLICY),
    FULL(BounceClass.SOFT),
    TOO_BIG(BounceClass.SOFT),
    TRY_LATER(BounceClass.SOFT),
    EXPIRED(BounceClass.SOFT),
    NETWORK(BounceClass.SOFT),
    SYSTEM(BounceClass.SOFT),
    NO_MAIL_HERE(BounceClass.SOFT),
    MOVED(BounceClass.HARD),
    DISABLED(BounceClass.HARD),
    UNKNOWN_HOST(BounceClass.HARD),
    UNKNOWN_USER(BounceClass.HARD),
    /** What many servers say instead of “unknown”, so as to tell nobody who is there. */
    REFUSED_ADDRESS(BounceClass.HARD),
    /** It failed, and nobody says why. */
    FAILED(BounceClass.SOFT),
    DELAYED(BounceClass.DELAYED),
    DELIVERED(BounceClass.UNKNOWN),
    UNKNOWN(BounceClass.UNKNOWN);

    private final BounceClass bounceClass;

    Reason(BounceClass bounceClass) {
        this.bounceClass = bounceClass;
    }

    BounceClass bounceClass() {
        return bounceClass;
    }

    /** As a section of the table is headed: {@code unknown-user}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Reason of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    boolean isHard() {
        return bounceClass == BounceClass.HARD;
    }
}
