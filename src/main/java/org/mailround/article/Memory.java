package org.mailround.article;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells items that were seen before from new ones, and never forgets one. */
@Component
class Memory {

    private static final int TRIES = 5;

    /**
     * What became of an item.
     *
     * @param article the id of the article that the item is; null where none is kept of it yet
     * @param reason null where the verdict says all
     */
    record Outcome(
            @Nullable Long article,
            Verdict verdict,
            @Nullable String reason) {}

    private final Articles articles;
    private final SourceReadings readings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Memory(Articles articles, SourceReadings readings, Clock clock, PlatformTransactionManager transactions) {
        this.articles = articles;
        this.readings = readings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        // Items that another process stores first must not undo the caller's work.
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Stores the items of a source, or finds them stored: all or none, so that the first reading of an archive is never half
     * done.
     *
     * @param gate which of them are news
     * @param how how the source was read; forgotten where an item is to be met again although the source does not change
     * @return what became of each, in the order of the reading
     */
    List<Outcome> remember(Reading reading, Gate gate, SourceReadings.Known how) {
        for (int tried = 1; ; tried++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> new Session(reading, gate).judge(how)));
            } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
                // Another process has just stored the same item: now it is known.
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** One reading, in one transaction. */
    private final class Session {

        private final Reading reading;
        private final Gate gate;
        private final Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        private final Map<String, Long> known;
        private final Map<Long, Article> kept = new HashMap<>();
        private final Set<Long> seen = new HashSet<>();

        Session(Reading reading, Gate gate) {
            this.reading = reading;
            this.known = articles.knownBy(reading.digests());
            articles.withIds(Set.copyOf(known.values())).forEach(article -> kept.put(article.id(), article));
            this.gate = gate.unlessArchive(unknown(), reading.drafts().size());
        }

        private List<Draft> unknown() {
            return reading.drafts().stream()
                    .filter(draft -> article(reading.identities(draft).inOrder()) == null)
                    .toList();
        }

        List<Outcome> judge(SourceReadings.Known how) {
            List<Outcome> outcomes = new ArrayList<>();
            boolean all = true;
            for (Draft draft : reading.drafts()) {
                Outcome outcome = judge(draft);
                outcomes.add(outcome);
                all &= outcome.article() != null;
            }
            readings.save(reading.source(), all ? how : how.withoutValidators(), now);
            return outcomes;
        }

        private Outcome judge(Draft draft) {
            List<String> digests = reading.identities(draft).inOrder();
            List<String> unknown = digests.stream()
                    .filter(digest -> !known.containsKey(digest))
                    .toList();
            Long id = article(digests);
            if (id == null) {
                return meet(draft, unknown);
            }
            // Also those of a duplicate: when its source edits it, it is still no news.
            remember(id, unknown);
            Outcome outcome = compare(draft, Objects.requireNonNull(kept.get(id)));
            seen.add(id);
            return outcome;
        }

        /** The article that is known by the first of these that any is known by; null where none is. */
        private @Nullable Long article(List<String> digests) {
            return digests.stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        private Outcome meet(Draft draft, List<String> digests) {
            Optional<Gate.Refusal> refusal = gate.refusal(draft);
            if (refusal.isPresent() && !refusal.get().isKept()) {
                return new Outcome(null, refusal.get().verdict(), refusal.get().reason());
            }
            Article article = articles.add(reading.source(), draft, refusal.isPresent(), now);
            kept.put(article.id(), article);
            remember(article.id(), digests);
            seen.add(article.id());
            return refusal.map(why -> new Outcome(article.id(), why.verdict(), why.reason()))
                    .orElseGet(() -> new Outcome(article.id(), Verdict.NEW, null));
        }

        private Outcome compare(Draft draft, Article article) {
            if (!article.source().equals(reading.source())) {
                return new Outcome(
                        article.id(), Verdict.DUPLICATE, "the source %s brought it first".formatted(article.source()));
            }
            if (seen.contains(article.id())) {
                return new Outcome(article.id(), Verdict.DUPLICATE, "the source holds it more than once");
            }
            boolean edited = !draft.isAsIn(article);
            if (edited) {
                articles.update(article.id(), draft, now);
            }
            if (article.archived()) {
                return new Outcome(article.id(), Verdict.TOO_OLD, "it was no news when its source was first read");
            }
            return new Outcome(article.id(), edited ? Verdict.EDITED : Verdict.KNOWN, null);
        }

        private void remember(long article, List<String> digests) {
            articles.remember(article, digests);
            digests.forEach(digest -> known.put(digest, article));
        }
    }
}
