package org.mailround.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a draft is for, before anybody is planned: everyone with a confirmed subscription to one of its lists. */
@Repository
public class Audience {

    private static final int PAGE = 1000;
    private static final String CONFIRMED =
            "exists (select 1 from subscription p where p.subscriber_id = s.id and p.state = 'confirmed'%s)";
    private static final String NOT_SUPPRESSED =
            " and not exists (select 1 from suppression x where x.address_digest = s.address_digest)";

    private static final String FORECAST = """
            select outcome, count(*) as people from (
                select case when m.confirmed = 0 and m.pending = 0 then 'unsubscribed'
                            when m.confirmed = 0 then 'not confirmed yet'
                            else coalesce(x.reason, '') end as outcome
                from (select p.subscriber_id,
                             max(case when p.state = 'confirmed' then 1 else 0 end) as confirmed,
                             max(case when p.state = 'pending' then 1 else 0 end) as pending
                      from subscription p where 1 = 1%s group by p.subscriber_id) m
                join subscriber s on s.id = m.subscriber_id
                left join suppression x on x.address_digest = s.address_digest) f
            group by outcome
            """;

    /**
     * A person in an audience.
     *
     * @param language a BCP 47 tag; null where it is not known
     * @param attributes a JSON object of strings
     */
    public record Person(
            long subscriberId,
            EmailAddress address,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String language,
            String attributes) {}

    private final JdbcClient jdbc;

    Audience(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many people a draft is for, suppressed ones included. */
    public long size(Draft draft) {
        return jdbc.sql("select count(*) from subscriber s where " + confirmed(draft))
                .query(Long.class)
                .single();
    }

    /** How many of those who would be mailed have an address on a domain where nobody lives (RFC 2606, RFC 6761). */
    public long onReservedDomains(Draft draft) {
        String reserved = EmailAddress.RESERVED_DOMAINS.stream()
                .map(domain -> "s.canonical like '%@" + domain + "' or s.canonical like '%." + domain + "'")
                .collect(Collectors.joining(" or "));
        return jdbc.sql("select count(*) from subscriber s where " + confirmed(draft) + NOT_SUPPRESSED + " and ("
                        + reserved + ")")
                .query(Long.class)
                .single();
    }

    /** Of how many of those who would be mailed no consent to any of its lists is recorded, neither when nor how. */
    public long withUnrecordedConsent(Draft draft) {
        String lists = ofLists(draft);
        return jdbc.sql("select count(*) from subscriber s where " + CONFIRMED.formatted(lists) + NOT_SUPPRESSED
                        + " and not "
                        + CONFIRMED.formatted(
                                lists + " and (p.consent_at is not null or p.consent_source is not null)"))
                .query(Long.class)
                .single();
    }

    /** The languages, as BCP 47 tags, that people in it read; nothing of those who did not say. */
    public Set<String> languages(Draft draft) {
        return jdbc.sql("select distinct s.language from subscriber s where s.language is not null and "
                        + confirmed(draft))
                .query(String.class)
                .set();
    }

    /** Whom a draft would reach now, and who is left out and why. */
    public Forecast forecast(Draft draft) {
        Map<String, Long> outcomes = new TreeMap<>();
        jdbc.sql(FORECAST.formatted(ofLists(draft))).query(row -> {
            outcomes.put(row.getString("outcome"), row.getLong("people"));
        });
        Long mailed = outcomes.remove("");
        return new Forecast(mailed == null ? 0 : mailed, outcomes);
    }

    /** Tells of everybody who would be mailed, in bounded memory. */
    public void each(Draft draft, Consumer<Person> consumer) {
        String sql = "select * from subscriber s where s.id > ? and " + confirmed(draft) + NOT_SUPPRESSED
                + " order by s.id fetch first ? rows only";
        long after = 0;
        List<Person> page;
        do {
            page = jdbc.sql(sql).params(after, PAGE).query(Audience::person).list();
            page.forEach(consumer);
            after = page.isEmpty() ? after : page.get(page.size() - 1).subscriberId();
        } while (page.size() == PAGE);
    }

    private static String confirmed(Draft draft) {
        return CONFIRMED.formatted(ofLists(draft));
    }

    /** The ids are numbers, so they may stand in the statement. */
    private static String ofLists(Draft draft) {
        Set<Long> lists = draft.lists();
        return lists.isEmpty()
                ? ""
                : lists.stream().map(String::valueOf).collect(Collectors.joining(", ", " and p.list_id in (", ")"));
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getLong("id"),
                EmailAddress.parse(row.getString("address")),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("language"),
                row.getString("attributes"));
    }
}
