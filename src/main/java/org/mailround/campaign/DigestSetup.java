package org.mailround.campaign;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes digests, changes how they are made, and ends them. */
@Component
public class DigestSetup {

    private final JdbcClient jdbc;
    private final Campaigns campaigns;
    private final Editions editions;
    private final Releases releases;
    private final Schedules schedules;
    private final OccasionTable occasions;
    private final Edits edits;
    private final Clock clock;

    DigestSetup(
            JdbcClient jdbc,
            Campaigns campaigns,
            Editions editions,
            Releases releases,
            Schedules schedules,
            OccasionTable occasions,
            Edits edits,
            Clock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.editions = editions;
        this.releases = releases;
        this.schedules = schedules;
        this.occasions = occasions;
        this.edits = edits;
        this.clock = clock;
    }

    /** How a digest is made now. */
    public DigestSettings settings(Campaign digest) {
        Integer most = digest.maxArticles();
        return new DigestSettings(
                digest.title(), digest.template(), most == null ? 1 : most, campaigns.lists(digest), sources(digest));
    }

    /**
     * Makes a digest; it goes out when somebody sends it, until it has a schedule. What was found before is no news in it.
     *
     * @throws IllegalArgumentException if there is a campaign of the name that its title gives it
     */
    @Transactional
    public Campaign create(DigestSettings settings) {
        Campaign digest = campaigns.digest(settings.title(), settings.template(), settings.maxArticles());
        jdbc.sql("update campaign set articles_since = ? where id = ?")
                .params(OffsetDateTime.now(clock), digest.id())
                .update();
        write(digest, settings);
        schedules.stop(digest);
        return digest;
    }

    /**
     * Changes how the next editions of a digest are made; one that waits for approval is withdrawn, if it would be another. Of
     * a source that it has from now on only what is still to be found is news: what was found before is left out, and may be
     * put back.
     *
     * @throws IllegalArgumentException if a list is no longer there
     */
    @Transactional
    public void change(Campaign digest, DigestSettings settings) {
        edits.lock(digest.id());
        if (settings.equals(settings(campaigns.named(digest.name())))) {
            return;
        }
        edits.edited(digest.id(), "Its settings were changed.");
        Set<Long> before = news(digest);
        jdbc.sql("update campaign set title = ?, template = ?, max_articles = ? where id = ? and kind = 'digest'")
                .params(settings.title(), settings.template(), settings.maxArticles(), digest.id())
                .update();
        write(digest, settings);
        Set<Long> old = news(digest);
        old.removeAll(before);
        old.forEach(article -> leaveOut(digest, article));
    }

    /** Ends a digest: it goes out no more and stands among those that ended, with its editions, until it is taken back. */
    @Transactional
    public void archive(Campaign digest) {
        edits.edited(digest.id(), "The digest was ended.");
        schedules.stop(digest);
        occasions.leaveOutHeld(digest.id(), " The digest was ended.");
        jdbc.sql("update campaign set archived_at = ? where id = ? and kind = 'digest'")
                .params(OffsetDateTime.now(clock), digest.id())
                .update();
    }

    /** Takes back a digest that ended; it goes out when somebody sends it, until it has a schedule again. */
    @Transactional
    public void revive(Campaign digest) {
        jdbc.sql("update campaign set archived_at = null where id = ?")
                .param(digest.id())
                .update();
    }

    /** Those that ended, by name. */
    public List<Campaign> archived() {
        return jdbc.sql("select * from campaign where kind = 'digest' and archived_at is not null order by name")
                .query(Campaigns::map)
                .list();
    }

    /** Whether a digest may be thrown away: it never had an edition, and is not the one that every clinic begins with. */
    public boolean isDeletable(Campaign digest) {
        return editions.latestOf(digest) == 0 && !digest.name().equals(Campaigns.WEEKLY_DIGEST);
    }

    /**
     * Throws a digest away.
     *
     * @return false if it had an edition: then it stays
     */
    @Transactional
    public boolean delete(Campaign digest) {
        edits.lock(digest.id());
        if (!isDeletable(digest)) {
            return false;
        }
        for (String table : List.of(
                "campaign_list", "campaign_source", "campaign_schedule", "article_choice", "cadence", "occasion")) {
            jdbc.sql("delete from " + table + " where campaign_id = ?")
                    .param(digest.id())
                    .update();
        }
        return jdbc.sql("delete from campaign where id = ? and kind = 'digest'")
                        .param(digest.id())
                        .update()
                == 1;
    }

    private Set<String> sources(Campaign digest) {
        return jdbc.sql("select source from campaign_source where campaign_id = ?")
                .param(digest.id())
                .query(String.class)
                .set();
    }

    private Set<Long> news(Campaign digest) {
        Set<Long> news = new HashSet<>(releases.none(digest, false));
        news.addAll(releases.none(digest, true));
        return news;
    }

    private void write(Campaign digest, DigestSettings settings) {
        jdbc.sql("delete from campaign_list where campaign_id = ?")
                .param(digest.id())
                .update();
        for (long list : settings.lists()) {
            int added = jdbc.sql("insert into campaign_list (campaign_id, list_id)"
                            + " select cast(? as bigint), id from mailing_list where id = ?")
                    .params(digest.id(), list)
                    .update();
            if (added == 0) {
                throw new IllegalArgumentException("One of these lists is no longer there.");
            }
        }
        jdbc.sql("delete from campaign_source where campaign_id = ?")
                .param(digest.id())
                .update();
        for (String source : settings.sources()) {
            jdbc.sql("insert into campaign_source (campaign_id, source) values (?, ?)")
                    .params(digest.id(), source)
                    .update();
        }
    }

    private void leaveOut(Campaign digest, long article) {
        jdbc.sql("insert into article_choice (campaign_id, article_id, excluded) values (?, ?, true)")
                .params(digest.id(), article)
                .update();
    }
}
