package org.mailround.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The times that came for campaigns, and what became of each: exactly one edition, or a reason why not. */
@Component
public class Occasions {

    private static final int LONGEST_WHY = 1800;

    private final Schedules schedules;
    private final Turns turns;
    private final OccasionTable table;
    private final Clinic clinic;
    private final Clock clock;
    private final ScheduleSettings settings;
    private final ApplicationEventPublisher events;

    Occasions(
            Schedules schedules,
            Turns turns,
            OccasionTable table,
            Clinic clinic,
            Clock clock,
            ScheduleSettings settings,
            ApplicationEventPublisher events) {
        this.schedules = schedules;
        this.turns = turns;
        this.table = table;
        this.clinic = clinic;
        this.clock = clock;
        this.settings = settings;
        this.events = events;
    }

    /** Looks at the clock. Everything that is due now, with what came due before and was not carried to its end. */
    public List<Occasion> due() {
        turns.take();
        return table.in(OccasionState.DUE);
    }

    /**
     * Lets a digest go out by itself: for the first time at the first time to come. What is due by the schedule that it had
     * until now stays due.
     *
     * @throws IllegalArgumentException if it is no digest
     */
    public Scheduled schedule(Campaign campaign, Schedule schedule) {
        turns.take();
        return schedules.set(campaign, schedule);
    }

    /** Lets a campaign no more go out by itself; what is due already stays due. */
    public void unschedule(Campaign campaign) {
        turns.take();
        schedules.stop(campaign);
    }

    /** What waits for a person to decide, the oldest first. */
    public List<Occasion> held() {
        return table.in(OccasionState.HELD);
    }

    /** The latest occasions of all campaigns, the latest first. */
    public List<Occasion> latest(int limit) {
        return table.latest(limit);
    }

    /** The occasion of that number, or empty. */
    public Optional<Occasion> find(long id) {
        return table.find(id);
    }

    /**
     * The occasion of that number.
     *
     * @throws IllegalStateException if there is none; ask {@link #find} where that may be
     */
    public Occasion get(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no occasion " + id));
    }

    /**
     * Lets a process carry an occasion.
     *
     * @param seen as it was when it was seen that nobody does
     * @return whether it does; not if somebody else was quicker
     */
    public boolean claim(Occasion seen, String carrier) {
        return table.claim(seen, carrier);
    }

    /**
     * Holds one about which a person must decide: it is late, or it may have gone out from where a backup was taken of which
     * this database came.
     *
     * @return whether it is in doubt
     */
    public boolean holdIfInDoubt(Occasion occasion) {
        Instant now = clock.instant();
        if (table.isRestored(occasion)) {
            hold(
                    occasion,
                    "The database came back from a backup, and what went out since that was taken is not known here.");
            return true;
        }
        if (occasion.wantedAt().plus(settings.late()).isAfter(now)) {
            return false;
        }
        hold(occasion, "The program was not running until %s.".formatted(clinic.moment(now)));
        return true;
    }

    /**
     * Holds one, as an earlier edition of its campaign is not finished.
     *
     * @return whether it is held now; not if somebody else decided it since it was looked at
     */
    public boolean hold(Occasion occasion, Edition unfinished) {
        return hold(
                occasion,
                "Its edition %d is not finished (%s): finish or cancel that one first."
                        .formatted(unfinished.id(), unfinished.state().label().replace('-', ' ')));
    }

    /**
     * Holds one that would be empty only because a source is broken.
     *
     * @return whether it is held now; not if somebody else decided it since it was looked at
     */
    public boolean hold(Occasion occasion, List<String> brokenSources) {
        return hold(
                occasion,
                "Nothing new was found, and %s could not be read.".formatted(String.join(", ", brokenSources)));
    }

    /**
     * Holds one: a person must decide.
     *
     * @param why sentences, for people
     * @return whether it is held now; not if somebody else decided it since it was looked at
     */
    public boolean hold(Occasion occasion, String why) {
        String reason = "The %s due %s was not sent. %s Send it now or leave it out."
                .formatted(
                        occasion.oneOff() == null ? "digest" : "mailing",
                        clinic.moment(occasion.dueAt()),
                        why.substring(0, Math.min(why.length(), LONGEST_WHY)).strip());
        boolean held = table.decide(occasion.id(), OccasionState.DUE, OccasionState.HELD, reason);
        if (held) {
            events.publishEvent(new OccasionHeld(occasion.campaign().name(), occasion.dueAt(), reason));
        }
        return held;
    }

    /**
     * There is nothing to send.
     *
     * @return whether that is what became of it; not if somebody else decided it since it was looked at
     */
    public boolean skip(Occasion occasion) {
        boolean skipped = table.decide(occasion.id(), OccasionState.DUE, OccasionState.NOTHING_NEW, null);
        if (skipped) {
            events.publishEvent(new OccasionSkipped(occasion.campaign().name(), occasion.dueAt()));
        }
        return skipped;
    }

    /**
     * A person decides that a held one goes out now: whoever looks next carries it.
     *
     * @param account theirs; null where it is not known
     * @throws OccasionStateException if it is not held any more
     */
    public void sendNow(long id, @Nullable String account) {
        // before it is due again, or it would be held once more
        table.isKnown(id);
        if (!table.want(id, account)) {
            throw OccasionStateException.notHeld(get(id));
        }
        decided(id);
    }

    /** The same, whoever decides it. */
    public void sendNow(long id) {
        sendNow(id, null);
    }

    /**
     * A person decides that a held one does not go out.
     *
     * @throws OccasionStateException if it is not held any more
     */
    public void leaveOut(long id) {
        if (!table.decide(id, OccasionState.HELD, OccasionState.LEFT_OUT, get(id).reason())) {
            throw OccasionStateException.notHeld(get(id));
        }
        table.isKnown(id);
        decided(id);
    }

    private void decided(long id) {
        events.publishEvent(new OccasionDecided(get(id).campaign().name()));
    }
}
