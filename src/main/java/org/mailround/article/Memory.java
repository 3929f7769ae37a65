package org.mailround.article;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final Articles articles;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /**
     * @param article the id of the article that the item is
     * @param reason null where the verdict says all
     */
    record Outcome(long article, Verdict verdict, @Nullable String reason) {}

    Memory(Articles articles, Clock clock, PlatformTransactionManager transactions) {
        this.articles = articles;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        // An item that another process stores first must not undo the caller's work.
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Stores an item, or finds it stored.
     *
     * @param source the name of the source that holds it
     * @param seen the articles that this reading of the source met so far; this one is added
     */
    Outcome remember(String source, Draft draft, Identities identities, Set<Long> seen) {
        for (int tried = 1; ; tried++) {
            try {
                Outcome outcome =
                        Objects.requireNonNull(transaction.execute(status -> judge(source, draft, identities, seen)));
                seen.add(outcome.article());
                return outcome;
            } catch (DataIntegrityViolationException | ConcurrencyFailureException e) {
                // Another process has just stored the same item: now it is known.
                if (tried == TRIES) {
                    throw e;
                }
            }
        }
    }

    private Outcome judge(String source, Draft draft, Identities identities, Set<Long> seen) {
        List<String> digests = identities.inOrder();
        Map<String, Long> known = articles.knownBy(digests);
        List<String> unknown =
                digests.stream().filter(digest -> !known.containsKey(digest)).toList();
        Long id = digests.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (id == null) {
            long added = articles.add(source, draft, clock.instant().truncatedTo(ChronoUnit.MICROS));
            articles.remember(added, unknown);
            return new Outcome(added, Verdict.NEW, null);
        }
        // Also those of a duplicate: when its source edits it, it is still no news.
        articles.remember(id, unknown);
        return compare(source, draft, articles.withIds(List.of(id)).get(0), seen);
    }

    private Outcome compare(String source, Draft draft, Article article, Set<Long> seen) {
        if (!article.source().equals(source)) {
            return new Outcome(
                    article.id(), Verdict.DUPLICATE, "the source %s brought it first".formatted(article.source()));
        }
        if (seen.contains(article.id())) {
            return new Outcome(article.id(), Verdict.DUPLICATE, "the source holds it more than once");
        }
        if (draft.isAsIn(article)) {
            return new Outcome(article.id(), Verdict.KNOWN, null);
        }
        articles.update(article.id(), draft, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return new Outcome(article.id(), Verdict.EDITED, null);
    }
}
