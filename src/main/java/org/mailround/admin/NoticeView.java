package org.mailround.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailround.notice.Notice;
import org.mailround.notice.NoticeKind;

/**
 * A notice as a page shows it.
 *
 * @param link where more is to be seen; null where there is no such page
 */
record NoticeView(
        long id,
        String title,
        String sentence,
        Instant at,
        @Nullable String link) {

    static NoticeView of(Notice notice) {
        return new NoticeView(
                notice.id(), notice.kind().headline(), notice.sentence(), notice.createdAt(), link(notice));
    }

    private static @Nullable String link(Notice notice) {
        NoticeKind kind = notice.kind();
        return switch (kind) {
            case UNCERTAIN, EDITION_PAUSED, FEEDBACK_UNUSUAL, BROKEN_OFF -> "/editions/" + notice.subject();
            case APPROVAL_WANTED -> "/approvals/" + notice.subject();
            case DIGEST_HELD, DIGEST_SKIPPED -> "/campaigns/" + notice.subject();
            case SOURCE_BROKEN, RELAY_PAUSED, MAIL_SET_ASIDE, TASK_FAILED -> null;
        };
    }
}
