package org.mailround.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailround.message.SingleMail;
import org.mailround.rfc.EmailAddress;

/**
 * A mail to one person that the relay has not taken yet.
 *
 * @param letter what all who are told the same have in common
 * @param messageId what is left of the @ in its Message-ID
 * @param attempts how many were made
 * @param request the request that it answers; null where it is for staff
 */
record WaitingMail(
        long id,
        String letter,
        String messageId,
        EmailAddress recipient,
        SingleMail mail,
        int attempts,
        Instant createdAt,
        @Nullable Long request) {

    boolean isForStaff() {
        return request == null;
    }

    /** Whom it is for, as logs may tell it. */
    String reader() {
        return isForStaff() ? "staff" : "somebody who subscribes";
    }
}
