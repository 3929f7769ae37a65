package org.mailround.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that staff should know.
 *
 * @param subject what it is about: the name of a campaign, source or task, {@code host:port} of a relay, the number of
 *     an edition
 * @param sentence what happened and how to mend it, for people; tells no address
 * @param endedAt null while it lasts; information is over at once
 * @param mailedAt when the relay took a mail that tells of it; null if none did
 */
public record Notice(
        long id,
        NoticeKind kind,
        String subject,
        String sentence,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable Instant mailedAt) {

    /** Whether it may still need a person. */
    public boolean isLasting() {
        return endedAt == null;
    }
}
