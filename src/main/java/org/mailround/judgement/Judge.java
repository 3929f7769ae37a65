package org.mailround.judgement;

import org.jspecify.annotations.Nullable;
import org.mailround.rfc.SmtpReply;

/** The one place that decides what a refusal means. */
public final class Judge {

    private Judge() {}

    /** What a relay's reply to RCPT or DATA means for the recipient. */
    public static Judgement ofReply(SmtpReply reply) {
        return of(null, reply.status() == null ? String.valueOf(reply.code()) : reply.status(), reply.line());
    }

    /**
     * What a report means for one recipient.
     *
     * @param action of RFC 3464 section 2.3.3; null where none is told
     * @param status of RFC 3463; null where none is told
     * @param diagnostic what the reporting server, or the one that it spoke to, said
     */
    public static Judgement of(@Nullable String action, @Nullable String status, @Nullable String diagnostic) {
        return new Judgement(BounceClass.UNKNOWN, "unknown", status, diagnostic);
    }
}
