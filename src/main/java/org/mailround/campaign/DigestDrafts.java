package org.mailround.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailround.article.Article;
import org.mailround.article.Articles;
import org.mailround.clinic.Clinic;
import org.springframework.stereotype.Component;

/** Drafts the next edition of a digest: everything new, and for each of its readers what they are to get. */
@Component
class DigestDrafts {

    private final Campaigns campaigns;
    private final Editions editions;
    private final Releases releases;
    private final Edits edits;
    private final ArticleChoices choices;
    private final Readerships readerships;
    private final Articles articles;
    private final Clinic clinic;
    private final Clock clock;

    DigestDrafts(
            Campaigns campaigns,
            Editions editions,
            Releases releases,
            Edits edits,
            ArticleChoices choices,
            Readerships readerships,
            Articles articles,
            Clinic clinic,
            Clock clock) {
        this.campaigns = campaigns;
        this.editions = editions;
        this.releases = releases;
        this.edits = edits;
        this.choices = choices;
        this.readerships = readerships;
        this.articles = articles;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Empty where there is nothing new, or nothing for anybody who is due. */
    Optional<Draft> next(Campaign digest, boolean sandbox) {
        long after = editions.latestOf(digest);
        long revision = edits.revision(digest);
        Set<Long> lists = campaigns.lists(digest);
        Readerships.Due due = readerships.due(digest, lists, sandbox);
        List<Article> fresh = fresh(digest, sandbox);
        Map<Readership, List<Article>> wanted = due.isPlain() ? Map.of() : wanted(due, fresh, digest, sandbox);
        List<Article> usual = fresh.isEmpty() ? inOrder(union(wanted.values()), digest) : fresh;
        if (usual.isEmpty() || !due.isPlain() && wanted.values().stream().allMatch(List::isEmpty)) {
            return Optional.empty();
        }
        Selections selections = due.isPlain() ? Selections.ONE : selections(due, wanted, usual, digest);
        Set<Long> released = Set.copyOf(ids(fresh));
        return Optional.of(new Draft(
                digest,
                content(digest, usual),
                selections,
                released,
                lists,
                Only.EVERYBODY,
                sandbox,
                after,
                revision,
                null,
                null));
    }

    /** What the next edition will release, as things stand now, in the order it shows them. */
    List<Article> fresh(Campaign digest, boolean sandbox) {
        return inOrder(articles.withIds(releases.none(digest, sandbox)), digest);
    }

    /** What staff took out of it, the latest first. */
    List<Article> leftOut(Campaign digest, boolean sandbox) {
        return articles.withIds(choices.excluded(digest, sandbox));
    }

    private Map<Readership, List<Article>> wanted(
            Readerships.Due due, List<Article> fresh, Campaign digest, boolean sandbox) {
        long first = due.due().keySet().stream()
                .mapToLong(Readership::owedFrom)
                .filter(edition -> edition > 0)
                .min()
                .orElse(Long.MAX_VALUE);
        Map<Long, Long> releasedBy = releases.since(first, digest, sandbox);
        List<Article> all = inOrder(
                Stream.concat(fresh.stream(), articles.withIds(releasedBy.keySet()).stream())
                        .toList(),
                digest);
        Map<Readership, List<Article>> wanted = new LinkedHashMap<>();
        for (Readership readership : due.due().keySet()) {
            wanted.put(
                    readership,
                    all.stream()
                            .filter(article -> isFor(readership, releasedBy.get(article.id())))
                            .filter(readership::wants)
                            .toList());
        }
        return wanted;
    }

    /** @param releasedBy the edition that an article was released by; null where it is new */
    private static boolean isFor(Readership readership, @Nullable Long releasedBy) {
        return releasedBy == null || readership.owedFrom() > 0 && releasedBy >= readership.owedFrom();
    }

    /** Those who are to get the same share one selection. */
    private Selections selections(
            Readerships.Due due, Map<Readership, List<Article>> wanted, List<Article> usual, Campaign digest) {
        Map<List<Long>, Integer> numbers = new HashMap<>(Map.of(ids(usual), 0));
        List<Content> others = new ArrayList<>();
        Map<Readership, Integer> readers = new HashMap<>();
        wanted.forEach((readership, theirs) -> {
            if (!theirs.isEmpty()) {
                readers.put(readership, numbers.computeIfAbsent(ids(theirs), ids -> {
                    others.add(content(digest, theirs));
                    return others.size();
                }));
            }
        });
        return new Selections(false, others, readers, due.due());
    }

    private Content content(Campaign digest, List<Article> its) {
        List<ShownArticle> shown = ByTopic.inOrder(shown(its, digest.maxArticles()));
        String subject = digest.title() + ": " + shown.get(0).title();
        LocalDate today = LocalDate.now(clock.withZone(clinic.zone()));
        return new Content(digest.template(), digest.title(), subject, today, shown, null);
    }

    private static List<ShownArticle> shown(List<Article> its, @Nullable Integer limit) {
        List<ShownArticle> shown = new ArrayList<>();
        for (Article article : its) {
            boolean beyond = limit != null && shown.size() >= limit;
            Shown how = beyond ? Shown.TITLE : article.link() == null ? Shown.FULL : Shown.EXCERPT;
            shown.add(ShownArticle.of(article, how));
        }
        return shown;
    }

    /** Those that staff put first, then the newest first. */
    private List<Article> inOrder(Collection<Article> its, Campaign digest) {
        Map<Long, Integer> places = choices.places(digest);
        return its.stream()
                .sorted(Comparator.comparing((Article article) -> places.getOrDefault(article.id(), Integer.MAX_VALUE))
                        .thenComparing(DigestDrafts::date, Comparator.reverseOrder())
                        .thenComparing(Article::id))
                .toList();
    }

    private static Instant date(Article article) {
        Instant published = article.publishedAt();
        return published == null ? article.firstSeenAt() : published;
    }

    private static Set<Article> union(Collection<List<Article>> lists) {
        Set<Article> union = new LinkedHashSet<>();
        lists.forEach(union::addAll);
        return union;
    }

    private static List<Long> ids(List<Article> its) {
        return its.stream().map(Article::id).toList();
    }
}
