package org.mailround.batch;

import java.time.Duration;
import java.util.List;
import org.mailround.article.Collector;
import org.mailround.backup.RegularBackups;
import org.mailround.bounce.BounceReading;
import org.mailround.mailbox.BounceMailbox;
import org.mailround.notice.Answers;
import org.mailround.notice.Notices;
import org.mailround.notice.Outbox;
import org.mailround.subscriber.DatabaseFile;
import org.springframework.stereotype.Component;

/** What is done again and again while a process stays, and how often. */
@Component
class Ticks {

    private static final Duration ONCE = Duration.ZERO;
    private static final Duration FIRE = Duration.ofSeconds(10);
    private static final Duration APPROVE = Duration.ofSeconds(10);
    private static final Duration RESUME = Duration.ofSeconds(30);
    private static final Duration ALERT = Duration.ofMinutes(1);
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final Duration FORGET = Duration.ofDays(1);
    private static final Duration CLEAN = Duration.ofMinutes(1);
    private static final Duration BACK_UP = Duration.ofMinutes(5);

    private final Tick read;
    private final Tick fire;
    private final Tick approve;
    private final Tick resume;
    private final Tick collect;
    private final Tick alert;
    private final Tick answer;
    private final Tick bounces;
    private final Tick forget;
    private final Tick clean;
    private final Tick backup;

    Ticks(
            Firing firing,
            Consents consents,
            Resumptions resumptions,
            Rounds rounds,
            Collector collector,
            Retention retention,
            Outbox outbox,
            Answers answers,
            BounceReading reading,
            BounceMailbox mailbox,
            DatabaseFile file,
            RegularBackups backups,
            Notices notices,
            ClockworkSettings settings) {
        this.read = new Tick("read", ONCE, rounds::gatherUnwatched, notices);
        this.fire = new Tick("fire", FIRE, firing::look, notices);
        this.approve = new Tick("approve", APPROVE, consents::look, notices);
        this.resume = new Tick("resume", RESUME, resumptions::look, notices);
        this.collect = new Tick("collect", settings.collect(), collector::collectUnwatched, notices);
        this.alert = new Tick("alert", ALERT, outbox::flush, notices);
        this.answer = new Tick("answer", ANSWER, answers::write, notices);
        this.bounces = new Tick("bounces", mailbox.every(), reading::read, notices);
        this.forget = new Tick("forget", FORGET, retention::look, notices);
        this.clean = new Tick("clean", CLEAN, file::clean, notices);
        this.backup = new Tick("backup", BACK_UP, backups::look, notices);
    }

    List<Tick> all() {
        return List.of(fire, approve, resume, collect, answer, alert, bounces, forget, clean, backup);
    }

    /** What is done when a process begins: so that pages show the lists and articles that there are. */
    Tick atStart() {
        return read;
    }

    /** What is done, in this order, as soon as somebody who subscribes waits for a mail. */
    List<Tick> prompt() {
        return List.of(answer, alert);
    }

    /** What cannot wait for its turn, when a process begins or a person asks. */
    List<Tick> urgent() {
        return List.of(fire, approve, resume);
    }
}
