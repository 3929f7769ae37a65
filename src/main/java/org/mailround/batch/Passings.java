package org.mailround.batch;

import java.time.Clock;
import java.util.List;
import org.mailround.campaign.OccasionHeld;
import org.mailround.campaign.OccasionSkipped;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells of rounds that staff or a script asked for, and that passed without an edition. */
@Component
class Passings {

    private final ApplicationEventPublisher events;
    private final Clock clock;

    Passings(ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** What was due by itself says so by itself. */
    void tell(Mission mission, RoundContext round) {
        if (mission instanceof Mission.Digest digest) {
            List<String> broken = round.brokenSources();
            events.publishEvent(
                    broken.isEmpty()
                            ? new OccasionSkipped(digest.campaign(), clock.instant())
                            : new OccasionHeld(
                                    digest.campaign(), clock.instant(), sentence(digest.campaign(), broken)));
        }
    }

    private static String sentence(String campaign, List<String> broken) {
        return "%s is held: there is nothing new, and %s could not be read (see ./mailround collect). Mend it, then ./mailround send %s."
                .formatted(
                        campaign,
                        broken.size() == 1
                                ? "the source “" + broken.get(0) + "”"
                                : "the sources “" + String.join("”, “", broken) + "”",
                        campaign);
    }
}
