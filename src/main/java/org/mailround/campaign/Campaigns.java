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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The campaigns of this clinic. A fresh database has one: the weekly digest. */
@Repository
public class Campaigns {

    /** The digest that every clinic begins with: every list, every source. */
    public static final String WEEKLY_DIGEST = "weekly-digest";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CampaignSettings settings;
    private final TransactionTemplate apart;

    Campaigns(JdbcClient jdbc, Clock clock, CampaignSettings settings, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
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

    /** The digests that are in use, by name. */
    public List<Campaign> digests() {
        find(WEEKLY_DIGEST);
        return jdbc.sql("select * from campaign where kind = 'digest' and archived_at is null order by name")
                .query(Campaigns::map)
                .list();
    }

    /**
     * The digest of that name, to compose an edition of it.
     *
     * @throws CampaignNotFoundException if there is none, or it ended
     */
    public Campaign inUse(String name) {
        Campaign campaign = named(name);
        boolean ended = jdbc.sql("select id from campaign where id = ? and archived_at is not null")
                .param(campaign.id())
                .query(Long.class)
                .optional()
                .isPresent();
        if (ended) {
            throw CampaignNotFoundException.ended(name);
        }
        return campaign;
    }

    /**
     * Makes a digest, named by its title.
     *
     * @throws IllegalArgumentException if there is a campaign of that name
     */
    Campaign digest(String title, String template, int maxArticles) {
        String name = Slug.of(title);
        if (find(name).isPresent()) {
            throw new IllegalArgumentException(
                    "There is a campaign named %s already: choose another title.".formatted(name));
        }
        insert(name, Kind.DIGEST, title, template, maxArticles);
        return query(name).orElseThrow();
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
            apart.executeWithoutResult(status -> insert(name, kind, title, template, maxArticles));
        } catch (DuplicateKeyException e) {
            // another process made it at the same moment: it is the same campaign
        }
        return query(name).orElseThrow();
    }

    private void insert(String name, Kind kind, String title, String template, @Nullable Integer maxArticles) {
        jdbc.sql("insert into campaign (name, kind, title, template, max_articles, created_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(name, kind.label(), title.substring(0, Math.min(title.length(), 500)), template)
                .param(maxArticles)
                .param(OffsetDateTime.now(clock))
                .update();
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
