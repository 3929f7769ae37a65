package org.mailround.admin.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mailround.backup.RegularBackups;
import org.mailround.notice.Notice;
import org.mailround.words.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether there is a backup, and how old the latest is. */
@Component
@Order(8)
class BackupPart implements Part {

    private static final String PART = "backup";

    /** One a day, and the time of day may be moved. */
    private static final Duration OLD = Duration.ofHours(49);

    private final RegularBackups backups;
    private final Words words;

    BackupPart(RegularBackups backups, Words words) {
        this.backups = backups;
        this.words = words;
    }

    @Override
    public String name() {
        return PART;
    }

    @Override
    public Line look(Signs signs) {
        if (!backups.areMade()) {
            return Line.watch(PART, words.say("health.backup.none"), words.say("health.backup.none.mend"));
        }
        Optional<Notice> failure = signs.failure("backup");
        if (failure.isPresent()) {
            return Line.ill(PART, failure.get().sentence(), null);
        }
        Optional<Instant> latest = backups.latest();
        if (latest.isEmpty()) {
            return Line.watch(PART, words.say("health.backup.first"), words.say("health.backup.first.mend"));
        }
        String sentence = words.say("health.backup.latest", words.moment(latest.get()));
        return latest.get().plus(OLD).isBefore(signs.now())
                ? Line.ill(PART, sentence, words.say("health.backup.old.mend"))
                : Line.well(PART, sentence);
    }
}
