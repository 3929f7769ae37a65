package org.mailround.admin.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.mailround.batch.Chores.Chore;
import org.mailround.notice.Notice;
import org.mailround.notice.NoticeKind;
import org.mailround.words.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether what is done by the clock is done, and works. */
@Component
@Order(6)
class TasksPart implements Part {

    private static final String PART = "tasks";

    /** Longer than anybody has to wait for a turn. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private final Words words;

    TasksPart(Words words) {
        this.words = words;
    }

    @Override
    public String name() {
        return PART;
    }

    @Override
    public Line look(Signs signs) {
        List<Notice> failing = signs.notices(NoticeKind.TASK_FAILED);
        if (!failing.isEmpty()) {
            String sentence = failing.stream()
                    .map(notice -> words.say("health.tasks.failing", name(notice.subject()), notice.sentence()))
                    .collect(Collectors.joining(" "));
            return Line.ill(PART, sentence, words.say("health.tasks.failing.mend"));
        }
        if (signs.chores().isEmpty()) {
            return Line.watch(PART, words.say("health.tasks.none"), words.say("health.tasks.none.mend"));
        }
        List<Chore> late = signs.chores().stream()
                .filter(chore -> isLate(chore, signs.now()))
                .toList();
        if (!late.isEmpty()) {
            return Line.ill(
                    PART,
                    words.say(
                            "health.tasks.late",
                            late.stream().map(chore -> name(chore.name())).collect(Collectors.joining(", "))),
                    words.say("health.tasks.late.mend"));
        }
        return Line.well(PART, words.say("health.tasks.well", signs.chores().size()));
    }

    private static boolean isLate(Chore chore, Instant now) {
        return !chore.underWay() && chore.dueAt().plus(LATE).isBefore(now);
    }

    private String name(String task) {
        return words.say("health.task." + task);
    }
}
