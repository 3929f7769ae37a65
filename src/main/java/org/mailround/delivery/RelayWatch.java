package org.mailround.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailround.smtp.Relay;
import org.mailround.smtp.RelayTrouble;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Knows whether the relay takes mail, and tells when that changes. Those who carry mail only note what they see: who hears
 * of it may be slow, or fail, and an attempt must not.
 */
@Component
class RelayWatch {

    /** Trouble that passes sooner is not worth a word. */
    private static final Duration HICCUP = Duration.ofMinutes(3);

    private final Relay relay;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile boolean well;
    private @Nullable Instant illSince;
    private boolean paused;
    private boolean over;
    private @Nullable Object untold;

    RelayWatch(Relay relay, ApplicationEventPublisher events, Clock clock) {
        this.relay = relay;
        this.events = events;
        this.clock = clock;
    }

    /** A round begins: what another process told of the relay may be no longer so. */
    synchronized void begins() {
        well = false;
        over = false;
    }

    /** The relay answered about a message. */
    void answered() {
        if (!well) {
            turnsWell();
        }
    }

    /** What was under way when the relay was given up may still pass, and changes nothing. */
    private synchronized void turnsWell() {
        if (over) {
            return;
        }
        well = true;
        illSince = null;
        paused = false;
        untold = new RelayAnswered(relay.name());
    }

    /** It is waited for. */
    synchronized void waits(RelayTrouble trouble) {
        well = false;
        Instant now = clock.instant();
        Instant since = illSince == null ? now : illSince;
        illSince = since;
        if (!now.isBefore(since.plus(HICCUP))) {
            paused(trouble);
        }
    }

    /** It is not waited for any more in this round. */
    synchronized void givenUp(RelayTrouble trouble) {
        over = true;
        paused(trouble);
    }

    private void paused(RelayTrouble trouble) {
        well = false;
        if (!paused) {
            paused = true;
            untold = new RelayPaused(relay.name(), trouble.sentence());
        }
    }

    /** Tells what is new; what nobody could be told stays new. */
    void tell() {
        Object news = untold();
        if (news != null) {
            events.publishEvent(news);
            told(news);
        }
    }

    private synchronized @Nullable Object untold() {
        return untold;
    }

    private synchronized void told(Object news) {
        if (news.equals(untold)) {
            untold = null;
        }
    }
}
