package org.mailround.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.mailround.rfc.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a draft is for, before anybody is planned: everyone with a confirmed subscription to one of its lists. */
@Repository
public class Audience {

    private static final int PAGE = 1000;
    private static final long LARGE = 20_000;
    private static final String CONFIRMED =
            "exists (select 1 from subscription p where p.subscriber_id = s.id and p.state = 'confirmed'%s)";
    private static final String NOT_SUPPRESSED =
            " and not exists (select 1 from suppression x where x.address_digest = s.address_digest)";
    private static final String NOT_PAUSED = " and (s.paused_until is null or s.paused_until <= :now)";

    /** Each person in turn, so that no database keeps a million of them aside to group them. */
    private static final String FORECAST = """
            select outcome, due, owed_from, topics, count(*) as people from (
                select case when %1$s
                            then case when x.reason is not null then x.reason
                                      when s.paused_until > :now then 'paused by themselves' else '' end
                            when exists (select 1 from subscription p
                                         where p.subscriber_id = s.id and p.state = 'pending'%2$s)
                            then 'not confirmed yet' else 'unsubscribed' end as outcome,
                       case when %3$s then 1 else 0 end as due,
                       coalesce(c.owed_from, 0) as owed_from, coalesce(s.topics, '') as topics
                from subscriber s
                %4$s
                left join suppression x on x.address_digest = s.address_digest
                where exists (select 1 from subscription p where p.subscriber_id = s.id%2$s)%5$s) f
            group by outcome, due, owed_from, topics
            """;

    /**
     * A person in an audience.
     *
     * @param selection the number of the selection of articles that they get
     * @param language a BCP 47 tag; null where it is not known
     * @param attributes a JSON object of strings
     */
    public record Person(
            long subscriberId,
            int selection,
            EmailAddress address,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String language,
            String attributes) {}

    private final JdbcClient jdbc;
    private final Clinic clinic;
    private final Clock clock;

    Audience(JdbcClient jdbc, Clinic clinic, Clock clock) {
        this.jdbc = jdbc;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** How many people a draft is for, suppressed ones included. */
    public long size(Draft draft) {
        return draft.selections().isOne()
                ? confirmedPeople(draft)
                : draft.selections().size();
    }

    private long confirmedPeople(Draft draft) {
        return jdbc.sql("select count(*) from subscriber s where " + confirmed(draft))
                .params(draft.only().parameters())
                .query(Long.class)
                .single();
    }

    /** Whether so many people are known here that to count some of them keeps a page waiting. */
    public boolean isLarge() {
        return jdbc.sql("select coalesce(max(id), 0) from subscriber")
                        .query(Long.class)
                        .single()
                > LARGE;
    }

    /** The languages, as BCP 47 tags, that anybody reads. */
    public Set<String> languages() {
        return new TreeSet<>(jdbc.sql("select distinct language from subscriber where language is not null")
                .query(String.class)
                .list());
    }

    /** How many of those who would be mailed have an address on a domain where nobody lives (RFC 2606, RFC 6761). */
    public long onReservedDomains(Draft draft) {
        String reserved = EmailAddress.RESERVED_DOMAINS.stream()
                .map(domain -> "s.canonical like '%@" + domain + "' or s.canonical like '%." + domain + "'")
                .collect(Collectors.joining(" or "));
        return jdbc.sql("select count(*) from subscriber s where " + confirmed(draft) + NOT_SUPPRESSED + " and ("
                        + reserved + ")")
                .params(draft.only().parameters())
                .query(Long.class)
                .single();
    }

    /** Of how many of those who would be mailed no consent to any of its lists is recorded, neither when nor how. */
    public long withUnrecordedConsent(Draft draft) {
        String lists = ofLists(draft);
        return jdbc.sql("select count(*) from subscriber s where " + CONFIRMED.formatted(lists)
                        + draft.only().condition() + NOT_SUPPRESSED
                        + " and not "
                        + CONFIRMED.formatted(
                                lists + " and (p.consent_at is not null or p.consent_source is not null)"))
                .params(draft.only().parameters())
                .query(Long.class)
                .single();
    }

    /** The languages, as BCP 47 tags, that people in it read; nothing of those who did not say. */
    public Set<String> languages(Draft draft) {
        return jdbc.sql("select distinct s.language from subscriber s where s.language is not null and "
                        + confirmed(draft))
                .params(draft.only().parameters())
                .query(String.class)
                .set();
    }

    /** Whom a draft would reach now, and who is left out and why. */
    public Forecast forecast(Draft draft) {
        Map<String, Long> outcomes = new TreeMap<>();
        jdbc.sql(FORECAST.formatted(
                        confirmed(draft.lists()),
                        ofLists(draft),
                        Cadence.IS_DUE,
                        Cadence.JOIN,
                        draft.only().condition()))
                .params(moment(draft))
                .query(row -> {
                    outcomes.merge(outcome(row, draft), row.getLong("people"), Long::sum);
                });
        Long mailed = outcomes.remove("");
        return new Forecast(mailed == null ? 0 : mailed, outcomes);
    }

    private static String outcome(ResultSet row, Draft draft) throws SQLException {
        String outcome = row.getString("outcome");
        if (!outcome.isEmpty() || draft.selections().isOne()) {
            return outcome;
        }
        return row.getInt("due") == 0
                ? "get it less often"
                : draft.selections().of(readership(row)).isEmpty() ? "chose other topics" : "";
    }

    /** Tells of everybody who would be mailed, in bounded memory. */
    public void each(Draft draft, Consumer<Person> consumer) {
        String sql = "select s.*, coalesce(c.owed_from, 0) as owed_from from subscriber s " + Cadence.JOIN
                + " where s.id > :after and " + confirmed(draft) + NOT_SUPPRESSED + NOT_PAUSED + " and "
                + Cadence.IS_DUE
                + " order by s.id fetch first :page rows only";
        Map<String, Object> moment = moment(draft);
        AtomicLong after = new AtomicLong();
        int read;
        do {
            List<Optional<Person>> page = jdbc.sql(sql)
                    .params(moment)
                    .param("after", after.get())
                    .param("page", PAGE)
                    .query((row, number) -> {
                        after.set(row.getLong("id"));
                        return person(row, draft);
                    })
                    .list();
            page.forEach(person -> person.ifPresent(consumer));
            read = page.size();
        } while (read == PAGE);
    }

    /** What the names in the statements about this moment stand for. */
    private Map<String, Object> moment(Draft draft) {
        Instant now = clock.instant();
        Map<String, Object> moment =
                new HashMap<>(Cadence.at(now, clinic.zone()).parameters(draft.campaign(), draft.sandbox()));
        moment.put("now", now.atOffset(ZoneOffset.UTC));
        moment.putAll(draft.only().parameters());
        return moment;
    }

    private static String confirmed(Draft draft) {
        return confirmed(draft.lists()) + draft.only().condition();
    }

    /** A condition on a subscriber {@code s}: a subscription to one of these lists is confirmed; to any, where there are none. */
    static String confirmed(Set<Long> lists) {
        return CONFIRMED.formatted(ofLists(lists));
    }

    private static String ofLists(Draft draft) {
        return ofLists(draft.lists());
    }

    /** The ids are numbers, so they may stand in the statement. */
    private static String ofLists(Set<Long> lists) {
        return lists.isEmpty()
                ? ""
                : lists.stream().map(String::valueOf).collect(Collectors.joining(", ", " and p.list_id in (", ")"));
    }

    /** Empty where nothing is for them. */
    private static Optional<Person> person(ResultSet row, Draft draft) throws SQLException {
        Optional<Integer> selection = draft.selections().of(readership(row));
        return selection.isEmpty() ? Optional.empty() : Optional.of(person(row, selection.get()));
    }

    private static Readership readership(ResultSet row) throws SQLException {
        String topics = row.getString("topics");
        return new Readership(row.getLong("owed_from"), topics == null ? "" : topics);
    }

    private static Person person(ResultSet row, int selection) throws SQLException {
        return new Person(
                row.getLong("id"),
                selection,
                EmailAddress.parse(row.getString("address")),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("language"),
                row.getString("attributes"));
    }
}
