package org.mailround.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailround.article.Article;
import org.mailround.article.Articles;
import org.mailround.clinic.Clinic;
import org.mailround.subscriber.MailingList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides what an edition says. Nothing is written until the edition is frozen. */
@Component
public class Composer {

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Editions editions;
    private final Articles articles;
    private final Clinic clinic;
    private final Clock clock;

    Composer(JdbcClient jdbc, Campaigns campaigns, Editions editions, Articles articles, Clinic clinic, Clock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.editions = editions;
        this.articles = articles;
        this.clinic = clinic;
        this.clock = clock;
    }

    /**
     * The next edition of a digest: the one that did not finish, or else every article that none has released yet,
     * newest first.
     *
     * @param sandbox whether it is for the sandbox, which has a memory of its own of what was released
     */
    public Composition digest(Campaign campaign, boolean sandbox) {
        Optional<Edition> unfinished = editions.unfinished(campaign, sandbox);
        return unfinished.isPresent()
                ? new Composition.Unfinished(unfinished.get())
                : freshDigest(campaign, sandbox)
                        .<Composition>map(Composition.Fresh::new)
                        .orElseGet(Composition.NothingNew::new);
    }

    /**
     * The next edition of a digest as it would be if it were composed now.
     *
     * @return empty where there is nothing new
     */
    public Optional<Draft> freshDigest(Campaign campaign, boolean sandbox) {
        long after = editions.latestOf(campaign);
        List<Article> unreleased = articles.withIds(unreleased(campaign, sandbox));
        if (unreleased.isEmpty()) {
            return Optional.empty();
        }
        List<ShownArticle> shown = shown(unreleased, campaign.maxArticles());
        String subject = campaign.title() + ": " + shown.get(0).title();
        Content content = new Content(campaign.template(), campaign.title(), subject, today(), shown, null);
        return Optional.of(new Draft(campaign, content, campaigns.lists(campaign), sandbox, after, null));
    }

    /**
     * A mailing sent once; goes on where the same one did not finish.
     *
     * @param again whether it may go out although it went out before
     * @throws RepeatedEditionException if it went out before and may not again
     */
    public Composition oneOff(Draft draft, boolean again) {
        Optional<Edition> before = editions.repeatedBy(draft);
        if (before.isPresent() && !before.get().state().isFinal()) {
            return new Composition.Unfinished(before.get());
        }
        if (before.isPresent() && !again) {
            throw RepeatedEditionException.of(before.get());
        }
        return new Composition.Fresh(draft);
    }

    /**
     * What a mailing sent once would be.
     *
     * @param template the name of its template
     * @param subject data, never merged
     * @param markdown what staff wrote, with merge tags
     * @param list whom it is for
     */
    public Draft freshOneOff(String template, String subject, String markdown, MailingList list, boolean sandbox) {
        Campaign campaign = campaigns.oneOff(subject, template);
        long after = editions.latestOf(campaign);
        return new Draft(campaign, written(template, subject, markdown), Set.of(list.id()), sandbox, after, null);
    }

    /** What a mailing sent once would be, of which nothing is stored: to look at, and for nobody. */
    public Draft unstored(String subject, String markdown, boolean sandbox) {
        Campaign none = new Campaign(0, "unstored", Kind.ONE_OFF, subject, OneOffs.TEMPLATE, null);
        return new Draft(none, written(none.template(), subject, markdown), Set.of(), sandbox, 0, null);
    }

    private Content written(String template, String subject, String markdown) {
        return new Content(template, subject, subject, today(), List.of(), markdown);
    }

    private List<Long> unreleased(Campaign campaign, boolean sandbox) {
        return jdbc.sql("""
                        select a.id from article a
                        where not exists (select 1 from article_release r
                                          where r.article_id = a.id and r.campaign_id = ? and r.sandbox = ?)
                        order by coalesce(a.published_at, a.first_seen_at) desc, a.id
                        """).params(campaign.id(), sandbox).query(Long.class).list();
    }

    private List<ShownArticle> shown(List<Article> unreleased, @Nullable Integer limit) {
        List<ShownArticle> shown = new ArrayList<>();
        for (Article article : unreleased) {
            boolean beyond = limit != null && shown.size() >= limit;
            Shown how = beyond ? Shown.TITLE : article.link() == null ? Shown.FULL : Shown.EXCERPT;
            shown.add(ShownArticle.of(article, how));
        }
        return shown;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(clinic.zone()));
    }
}
