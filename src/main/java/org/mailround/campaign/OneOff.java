package org.mailround.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mailing that is sent once, as staff wrote it.
 *
 * @param subject data, never merged
 * @param markdown with merge tags
 * @param list the name of the list that it is for
 * @param template the name of its template's files, without their endings
 * @param again whether it may go out although the same went out before
 * @param sendAt when it goes out by itself; null where it does not
 */
public record OneOff(
        long id,
        Campaign campaign,
        String subject,
        String markdown,
        String list,
        String template,
        boolean again,
        Instant createdAt,
        @Nullable Instant sendAt) {}
