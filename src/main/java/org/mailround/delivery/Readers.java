package org.mailround.delivery;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailround.campaign.Cadence;
import org.mailround.campaign.Edition;
import org.mailround.clinic.Clinic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what those are still to get who do not get every edition of a digest, range by range as an edition is planned.
 * Who gets the edition is owed nothing; whom it is not for yet, or who came or chose other topics after it was composed,
 * is owed its articles by the next.
 */
@Component
class Readers {

    /** Of the subscribers {@code s} in the range. */
    private static final String IN_RANGE = " s.id between :from and :to ";

    /** The edition has a row for them. */
    static final String IS_PLANNED =
            " exists (select 1 from delivery d where d.edition_id = :edition and d.canonical = s.canonical) ";

    /** They are on one of the edition's lists, or on any where it is for all. */
    static final String IS_CONFIRMED = """
             exists (select 1 from subscription p
                     where p.subscriber_id = s.id and p.state = 'confirmed'
                       and (not exists (select 1 from edition_list l where l.edition_id = :edition)
                            or p.list_id in (select l.list_id from edition_list l where l.edition_id = :edition)))
            """;

    /** Composing knew of people like them, and what to give them. */
    private static final String IS_KNOWN = """
             exists (select 1 from edition_readers r
                     where r.edition_id = :edition and r.owed_from = coalesce(c.owed_from, 0)
                       and r.topics = coalesce(s.topics, ''))
            """;

    /** Whom rows {@code c} are about; asked of each row by its key, as H2 would work out a list of them anew for each. */
    private static final String THEIRS = """
             c.campaign_id = :campaign and c.sandbox = :sandbox and c.subscriber_id between :from and :to
             and exists (select 1 from subscriber s where s.id = c.subscriber_id and
            """;

    private static final String FORGET =
            "delete from cadence c where" + THEIRS + "(" + IS_PLANNED + "or not " + IS_CONFIRMED + "))";

    private static final String REMEMBER = "insert into cadence (campaign_id, sandbox, subscriber_id, planned_at)"
            + " select :campaign, :sandbox, s.id, cast(:composed as timestamp with time zone) from subscriber s where"
            + IN_RANGE + "and s.frequency in ('fortnightly', 'monthly') and " + IS_PLANNED;

    private static final String OWE = "update cadence c set owed_from = :edition where c.owed_from is null and" + THEIRS
            + IS_CONFIRMED + "and not " + IS_PLANNED + "and not (" + Cadence.IS_DUE + "and " + IS_KNOWN + "))";

    private static final String OWE_THE_LATE = "insert into cadence (campaign_id, sandbox, subscriber_id, owed_from)"
            + " select :campaign, :sandbox, s.id, :edition from subscriber s " + Cadence.JOIN + " where"
            + IN_RANGE + "and c.subscriber_id is null and " + IS_CONFIRMED + "and not " + IS_PLANNED
            + "and not " + IS_KNOWN;

    private final JdbcClient jdbc;
    private final Clinic clinic;

    Readers(JdbcClient jdbc, Clinic clinic) {
        this.jdbc = jdbc;
        this.clinic = clinic;
    }

    /** Whether not everybody gets the same of an edition. */
    boolean differ(Edition edition) {
        return !jdbc.sql("select edition_id from edition_readers where edition_id = ? fetch first 1 rows only")
                .param(edition.id())
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** What the names in {@link Cadence} stand for, as they did when the edition was composed. */
    Map<String, Object> parameters(Edition edition) {
        Map<String, Object> parameters = new HashMap<>(
                Cadence.at(edition.composedAt(), clinic.zone()).parameters(edition.campaign(), edition.sandbox()));
        parameters.put("edition", edition.id());
        return parameters;
    }

    /** To be called in the transaction that planned the range. Called again, it changes nothing. */
    void settle(Edition edition, IdRange range) {
        Map<String, Object> parameters = parameters(edition);
        parameters.put("composed", edition.composedAt().atOffset(ZoneOffset.UTC));
        parameters.put("from", range.first());
        parameters.put("to", range.last());
        for (String sql : List.of(FORGET, REMEMBER, OWE, OWE_THE_LATE)) {
            jdbc.sql(sql).params(parameters).update();
        }
    }
}
