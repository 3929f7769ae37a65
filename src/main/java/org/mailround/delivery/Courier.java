package org.mailround.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.Editions;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Carries editions' mail to the relay: one owner an edition, several connections an owner. */
@Component
public class Courier implements DisposableBean {

    /** How long those under way may take when everything shall end. */
    private static final Duration GRACE = Duration.ofMillis(2500);

    private final Editions editions;
    private final Tenure tenure;
    private final Shifts opener;
    private final Ledger ledger;
    private final Scribe scribe;
    private final Walk.Parts parts;
    private final UncertainPolicy uncertain;
    private final DeliverySettings settings;
    private final RelayWatch relay;
    private final ApplicationEventPublisher events;
    private final Heartbeat heartbeat = new Heartbeat("ledger", this::beat);
    private final Map<Long, Shift> shifts = new ConcurrentHashMap<>();
    private volatile boolean draining;

    Courier(
            Editions editions,
            Tenure tenure,
            Shifts opener,
            Ledger ledger,
            Scribe scribe,
            Walk.Parts parts,
            UncertainPolicy uncertain,
            DeliverySettings settings,
            RelayWatch relay,
            ApplicationEventPublisher events) {
        this.editions = editions;
        this.tenure = tenure;
        this.opener = opener;
        this.ledger = ledger;
        this.scribe = scribe;
        this.parts = parts;
        this.uncertain = uncertain;
        this.settings = settings;
        this.relay = relay;
        this.events = events;
    }

    /** How many connections the relay is given at once. */
    public int connections() {
        return settings.connections();
    }

    /** The name of this process among those that work the ledger. */
    public String owner() {
        return tenure.owner();
    }

    /**
     * Makes this process the one that works an edition, until it releases it.
     *
     * @return who works it already, for people; empty if this process does now
     */
    public Optional<String> take(Edition edition) {
        return tenure.take(edition);
    }

    /** Whether any process, this one too, works an edition now. */
    public boolean isWorked(Edition edition) {
        return tenure.isWorked(edition.id());
    }

    /** Cuts what is outstanding into a range for each connection, and begins to work. */
    public List<IdRange> begin(Edition edition) {
        uncertain.atStart(edition.id());
        relay.begins();
        Shift shift = opener.open(edition);
        join(edition, shift);
        endIfStopped();
        if (draining) {
            end(shift);
        }
        return ledger.outstanding(edition.id()).split(settings.connections());
    }

    /** How many of an edition had mail to get when this process began to work it. */
    public long outstanding(Edition edition) {
        return shift(edition).outstanding();
    }

    /**
     * Carries what is due in a range over one connection, then helps with the rest of the edition. A refused recipient
     * never ends it.
     *
     * @param settled told how many attempts this call has ended so far
     * @return why it ended, if recipients are outstanding
     */
    public Optional<String> deliver(Edition edition, IdRange range, LongConsumer settled) {
        Shift shift = shift(edition);
        AtomicLong count = new AtomicLong();
        new Walk(shift, range, tenure.owner(), () -> settled.accept(count.incrementAndGet()), parts).go();
        return shift.crew().ending();
    }

    /** How many editions this process works now. */
    int worked() {
        return shifts.size();
    }

    /** Whether any of them waits for a relay that takes nothing. */
    boolean isRelayPaused() {
        return shifts.values().stream().anyMatch(shift -> shift.breaker().trouble() != null);
    }

    private Shift shift(Edition edition) {
        Shift shift = shifts.get(edition.id());
        if (shift == null) {
            throw new IllegalStateException("edition " + edition.id() + " is not begun");
        }
        return shift;
    }

    /** Lets go of an edition, and of what may still be claimed of it. */
    public void release(Edition edition) {
        Shift shift = shifts.remove(edition.id());
        if (shift != null) {
            end(shift);
            settle(List.of(shift));
        }
        restIfIdle();
        tenure.release(edition);
        relay.tell();
        events.publishEvent(new EditionReleased(edition));
    }

    private synchronized void join(Edition edition, Shift shift) {
        shifts.put(edition.id(), shift);
        heartbeat.start();
    }

    private synchronized void restIfIdle() {
        if (shifts.isEmpty()) {
            heartbeat.stop();
        }
    }

    /** Begins no new message; those under way are settled, or broken off if they take too long. */
    public void drain() {
        draining = true;
        shifts.values().forEach(Courier::end);
        settle(shifts.values());
    }

    /** Whoever is still at work when the time is over is broken off. */
    private static void settle(Collection<Shift> ended) {
        long end = System.nanoTime() + GRACE.toNanos();
        for (Shift shift : ended) {
            Crew crew = shift.crew();
            if (!crew.awaitEmpty(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
                shift.abort();
                crew.awaitEmpty(GRACE);
            }
        }
    }

    /** Whether nothing new should be begun. */
    public boolean isDraining() {
        return draining;
    }

    private static void end(Shift shift) {
        shift.crew().end("Stopped as asked: go on by ./mailround resume.");
    }

    private void beat() {
        scribe.flush();
        if (!tenure.isKept()) {
            shifts.values()
                    .forEach(shift -> shift.crew()
                            .end("This process did not answer for so long that another may have taken its work."));
        }
        endIfStopped();
        relay.tell();
    }

    /** A person may have paused or cancelled an edition, from another process. */
    private void endIfStopped() {
        editions.states(shifts.keySet()).forEach((edition, state) -> {
            Shift shift = shifts.get(edition);
            if (shift != null && (state == EditionState.PAUSED || state == EditionState.CANCELLED)) {
                shift.crew().end("Edition %d is %s.".formatted(edition, state.label()));
            }
        });
    }

    @Override
    public void destroy() {
        heartbeat.stop();
    }
}
