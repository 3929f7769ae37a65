package org.mailround.admin.health;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailround.batch.Chores.Chore;
import org.mailround.notice.Notice;
import org.mailround.notice.NoticeKind;

/**
 * What several parts look at, asked once a page.
 *
 * @param notices what lasts
 * @param chores what is done by the clock
 */
record Signs(Instant now, List<Notice> notices, List<Chore> chores) {

    List<Notice> notices(NoticeKind kind) {
        return notices.stream().filter(notice -> notice.kind() == kind).toList();
    }

    Optional<Notice> notice(NoticeKind kind) {
        return notices(kind).stream().findFirst();
    }

    /** What is told of a task that fails. */
    Optional<Notice> failure(String task) {
        return notices(NoticeKind.TASK_FAILED).stream()
                .filter(notice -> notice.subject().equals(task))
                .findFirst();
    }

    /** When that was done last; empty where it was not yet. */
    Optional<Instant> doneAt(String task) {
        return chores.stream()
                .filter(chore -> chore.name().equals(task))
                .flatMap(chore -> Stream.ofNullable(chore.doneAt()))
                .findFirst();
    }
}
