package org.mailround.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailround.campaign.Editions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings back what processes had in work that are no more: at once where their end is proved, else when their lease is
 * over.
 */
@Component
public class Recovery {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    /** How an owner ended. */
    private enum End {
        /** Not at all, as far as anybody can tell. */
        NONE,
        /** The process ended on this machine, which has run ever since: its journal tells all. */
        PROVED,
        /** Its lease ran out. */
        LEASE_OVER
    }

    private final Owners owners;
    private final Ownership self;
    private final Settlements settlements;
    private final Decisions decisions;
    private final Editions editions;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Recovery(
            Owners owners,
            Ownership self,
            Settlements settlements,
            Decisions decisions,
            Editions editions,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.owners = owners;
        this.self = self;
        this.settlements = settlements;
        this.decisions = decisions;
        this.editions = editions;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Looks at every owner, and recovers those that are gone. May be called at any time, by several processes at once. */
    public void recover() {
        for (Owner owner : owners.all()) {
            if (!self.isSelf(owner) && end(owner) != End.NONE) {
                recover(owner.name());
            }
        }
        // a process that woke up after it was given up may have claimed once more; it can hand nothing over
        int orphans = settlements.giveBackOrphans();
        if (orphans > 0) {
            log.warn("{} claims of an owner that was given up are planned again", orphans);
        }
    }

    /** Whether a process of that name works, or may work, or its claims are not brought back yet. */
    public boolean knows(String owner) {
        return owners.all().stream().anyMatch(it -> it.name().equals(owner));
    }

    private End end(Owner owner) {
        try {
            if (owner.machine().equals(Machine.id()) && Files.exists(owner.journal())) {
                // here, what holds its journal lives, however long it did not renew its lease
                return Journal.isLeft(owner.journal()) ? End.PROVED : End.NONE;
            }
        } catch (IOException e) {
            log.warn("The journal of owner {} cannot be asked; waiting for the end of its lease", owner.name(), e);
        }
        return owner.leaseUntil().isBefore(clock.instant()) ? End.LEASE_OVER : End.NONE;
    }

    private void recover(String name) {
        List<OwnerRecovered> told = new ArrayList<>();
        Optional<Owner> recovered = transactions.execute(status -> {
            // asked again under the lock: it may have renewed its lease, or another process have recovered it
            Optional<Owner> owner = owners.lock(name).filter(it -> end(it) != End.NONE);
            owner.ifPresent(it -> told.add(bringBack(it, end(it))));
            return owner;
        });
        if (recovered != null && recovered.isPresent()) {
            forget(recovered.get());
            told.stream().filter(it -> !it.editions().isEmpty()).forEach(events::publishEvent);
        }
    }

    private OwnerRecovered bringBack(Owner owner, End end) {
        List<Long> worked = owners.editions(owner.name());
        Optional<Remains> remains = remains(owner);
        remains.ifPresent(it -> settlements.settle(it.settled(), owner.name()));
        remains.ifPresent(it -> settlements.lose(it.handedOver(), owner.name()));
        // Only a machine that has run ever since still has every line that was written to the journal.
        boolean complete = remains.isPresent() && owner.machine().equals(Machine.id());
        int back = complete ? settlements.giveBackAll(owner.name()) : settlements.loseAll(owner.name());
        for (long edition : worked) {
            decisions.sweepCancelled(edition);
            editions.stop(edition);
        }
        owners.remove(owner.name());
        int uncertain = remains.map(it -> it.handedOver().size()).orElse(0);
        if (worked.isEmpty()) {
            log.info("The {} is no more ({})", owner.process(), end);
        } else if (complete) {
            log.warn(
                    "The {} ended in the middle of editions {}: {} recipients are uncertain, {} planned again",
                    owner.process(),
                    worked,
                    uncertain,
                    back);
        } else {
            log.warn(
                    "The {} ended in the middle of editions {}: {} recipients are uncertain, as its journal is not whole",
                    owner.process(),
                    worked,
                    uncertain + back);
        }
        return complete
                ? new OwnerRecovered(owner.process(), worked, uncertain, back)
                : new OwnerRecovered(owner.process(), worked, uncertain + back, 0);
    }

    private static Optional<Remains> remains(Owner owner) {
        try {
            return Files.exists(owner.journal()) ? Optional.of(Remains.of(owner.journal())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + owner.journal() + " cannot be read.", e);
        }
    }

    private static void forget(Owner owner) {
        try {
            Files.deleteIfExists(owner.journal());
        } catch (IOException e) {
            log.warn("The journal {} is of no use any more and cannot be deleted", owner.journal(), e);
        }
    }
}
