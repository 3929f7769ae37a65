package org.mailround.subscriber;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.mailround.subscriber.SubscriberRow.Person;
import org.mailround.token.Tokens;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Decides what a chunk of rows changes, and changes it. */
@Component
class Intake {

    private static final int MOST_ATTEMPTS = 4;

    private final SubscriberTable subscribers;
    private final SubscriptionTable subscriptions;
    private final Suppressions suppressions;
    private final Tokens tokens;
    private final Clock clock;
    private final TransactionTemplate transactions;

    Intake(
            SubscriberTable subscribers,
            SubscriptionTable subscriptions,
            Suppressions suppressions,
            Tokens tokens,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.suppressions = suppressions;
        this.tokens = tokens;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
        // a caller's transaction would be spoilt by the first refused chunk
        this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Takes the chunk in, in a transaction of its own. Where another process brings the same people at the same
     * moment, one of the two is refused by the database, looks again, and finds them known.
     *
     * @param telling whether each difference is told
     */
    Taken take(long listId, Chunk chunk, boolean telling) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transactions.execute(status -> take(listId, chunk, telling, false)));
            } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Tells what {@link #take(long, Chunk, boolean)} would do. */
    Taken rehearse(long listId, Chunk chunk, boolean telling) {
        return take(listId, chunk, telling, true);
    }

    /**
     * Tells the database that its tables have grown. PostgreSQL would notice a minute later, and until then read the
     * whole of them for each chunk, as it planned when they were small.
     */
    void refreshStatistics() {
        transactions.executeWithoutResult(status -> subscribers.analyze());
    }

    private Taken take(long listId, Chunk chunk, boolean telling, boolean rehearsal) {
        Map<String, Known> known = subscribers.find(listId, chunk.canonicals());
        Map<String, String> digests = digests(chunk.people(), known);
        Map<String, String> suppressed = digests.isEmpty() ? Map.of() : subscribers.suppressed(digests.values());
        Decisions decisions = new Decisions(telling);
        for (Person person : chunk.people()) {
            Known before = known.get(person.canonical());
            if (before == null) {
                decisions.stranger(person, suppressed.get(digests.get(person.canonical())));
            } else {
                decisions.known(before, person);
            }
        }
        List<Long> seen = new ArrayList<>();
        known.values().forEach(one -> seen.add(one.id()));
        if (!rehearsal) {
            seen.addAll(write(listId, decisions.changes(), digests));
        }
        return decisions.taken(seen);
    }

    /** The ids of the newcomers. */
    private List<Long> write(long listId, Changes changes, Map<String, String> digests) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        TreeMap<Long, Place> joining = new TreeMap<>(changes.joining());
        List<Long> newIds = new ArrayList<>();
        if (!changes.newcomers().isEmpty()) {
            Map<String, Long> ids = subscribers.insert(changes.newcomers().values(), digests, now);
            changes.newcomers().forEach((canonical, person) -> {
                Long id = Objects.requireNonNull(ids.get(canonical));
                joining.put(id, new Place(person.consent(), person.standing()));
                newIds.add(id);
            });
        }
        subscribers.update(changes.profiles(), now);
        subscriptions.insert(listId, joining, now);
        subscriptions.confirm(listId, changes.confirming(), now);
        subscriptions.takeOff(listId, changes.leaving(), now);
        subscriptions.record(listId, changes.consents());
        changes.suppressing()
                .values()
                .forEach(person -> suppressions.suppress(
                        person.address(),
                        Objects.requireNonNull(person.standing().suppression())));
        return newIds;
    }

    /** Of those who are not known yet; the others have theirs in the database. */
    private Map<String, String> digests(Collection<Person> people, Map<String, Known> known) {
        Map<String, String> digests = new HashMap<>();
        for (Person person : people) {
            if (!known.containsKey(person.canonical())) {
                digests.put(person.canonical(), tokens.digest(person.canonical()));
            }
        }
        return digests;
    }
}
