package org.mailround.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The campaigns of this clinic. A fresh database has one: the weekly digest. */
@Repository
public class Campaigns {

    /** The digest that every clinic begins with: every list, every source. */
    public static final String WEEKLY_DIGEST = "weekly-digest";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CampaignSettings settings;

    Campaigns(JdbcClient jdbc, Clock clock, CampaignSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** The campaign of that name, or empty. */
    public Optional<Campaign> find(String name) {
        Optional<Campaign> found = query(name);
        return found.isEmpty() && name.equals(WEEKLY_DIGEST) ? Optional.of(weeklyDigest()) : found;
    }

    /**
     * The campaign of that name.
     *
     * @throws CampaignNotFoundException if there is none
     */
    public Campaign named(String name) {
        return find(name).orElseThrow(() -> CampaignNotFoundException.named(name, names()));
    }

    /** The names of all campaigns, in their order. */
    public List<String> names() {
        find(WEEKLY_DIGEST);
        return jdbc.sql("select name from campaign order by name")
                .query(String.class)
                .list();
    }

    /** The digests, by name. */
    public List<Campaign> digests() {
        find(WEEKLY_DIGEST);
        return jdbc.sql("select * from campaign where kind = 'digest' order by name")
                .query(Campaigns::map)
                .list();
    }

    /**
     * Changes how the next editions of a digest are made.
     *
     * @param asked its title as people read it; their subjects begin with it
     * @param maxArticles how many articles they show at most
     * @param lists the ids of the lists that they are for; empty for every list, also those to come
     * @throws IllegalArgumentException if that cannot be
     */
    @Transactional
    public void change(Campaign digest, String asked, int maxArticles, Set<Long> lists) {
        String title = asked.replaceAll("\\s+", " ").strip();
        if (title.isEmpty() || title.length() > 200) {
            throw new IllegalArgumentException("The title is missing or too long: use 1 to 200 characters.");
        }
        if (maxArticles < 1 || maxArticles > 100) {
            throw new IllegalArgumentException("The number of articles must be 1 to 100.");
        }
        jdbc.sql("update campaign set title = ?, max_articles = ? where id = ? and kind = 'digest'")
                .params(title, maxArticles, digest.id())
                .update();
        jdbc.sql("delete from campaign_list where campaign_id = ?")
                .param(digest.id())
                .update();
        for (long list : lists) {
            int added = jdbc.sql("insert into campaign_list (campaign_id, list_id)"
                            + " select cast(? as bigint), id from mailing_list where id = ?")
                    .params(digest.id(), list)
                    .update();
            if (added == 0) {
                throw new IllegalArgumentException("One of these lists is no longer there.");
            }
        }
    }

    /**
     * The one-off campaign of that subject; made now where there is none.
     *
     * @throws IllegalArgumentException if a digest has that name already
     */
    public Campaign oneOff(String subject, String template) {
        String name = Slug.of(subject);
        Campaign campaign = find(name).orElseGet(() -> create(name, Kind.ONE_OFF, subject, template, null));
        if (campaign.kind() != Kind.ONE_OFF) {
            throw new IllegalArgumentException(
                    "The subject “%s” would name the campaign %s, which is a digest: choose another subject."
                            .formatted(subject, name));
        }
        return campaign;
    }

    /** The ids of the lists that a campaign is for; empty for every list. */
    public Set<Long> lists(Campaign campaign) {
        return Set.copyOf(jdbc.sql("select list_id from campaign_list where campaign_id = ?")
                .param(campaign.id())
                .query(Long.class)
                .list());
    }

    private Campaign weeklyDigest() {
        return create(WEEKLY_DIGEST, Kind.DIGEST, "Weekly digest", "digest", settings.maxArticles());
    }

    private Campaign create(String name, Kind kind, String title, String template, @Nullable Integer maxArticles) {
        try {
            jdbc.sql("insert into campaign (name, kind, title, template, max_articles, created_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(name, kind.label(), title.substring(0, Math.min(title.length(), 500)), template)
                    .param(maxArticles)
                    .param(OffsetDateTime.now(clock))
                    .update();
        } catch (DuplicateKeyException e) {
            // another process made it at the same moment: it is the same campaign
        }
        return query(name).orElseThrow();
    }

    private Optional<Campaign> query(String name) {
        return jdbc.sql("select * from campaign where name = ?")
                .param(name)
                .query(Campaigns::map)
                .optional();
    }

    static Campaign map(ResultSet row, int number) throws SQLException {
        return new Campaign(
                row.getLong("id"),
                row.getString("name"),
                Kind.of(row.getString("kind")),
                row.getString("title"),
                row.getString("template"),
                row.getObject("max_articles", Integer.class));
    }
}
