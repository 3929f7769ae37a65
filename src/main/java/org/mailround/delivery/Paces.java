package org.mailround.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells how fast editions go out, from the ledger alone, so that it is true of every process. */
@Repository
public class Paces {

    /** Long enough that the figure does not jump, short enough that it is of now. */
    private static final Duration OF_LATE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Owners owners;
    private final Clock clock;

    Paces(JdbcClient jdbc, Owners owners, Clock clock) {
        this.jdbc = jdbc;
        this.owners = owners;
        this.clock = clock;
    }

    /** The pace of an edition. */
    public Pace of(Edition edition) {
        return new Pace(
                perMinute(edition.id()),
                nextAttempt(edition.id()),
                owners.of(edition.id()).map(Owner::process).orElse(null));
    }

    private double perMinute(long editionId) {
        Instant now = clock.instant();
        return jdbc.sql("select count(*) as attempts, min(a.begun_at) as first from attempt a"
                        + " join delivery d on d.id = a.delivery_id where a.begun_at > ? and d.edition_id = ?")
                .params(now.minus(OF_LATE).atOffset(ZoneOffset.UTC), editionId)
                .query((row, number) -> perMinute(row, now))
                .single();
    }

    /** One that began a moment ago is not slow for that; within the first second nobody can tell. */
    private static double perMinute(ResultSet row, Instant now) throws SQLException {
        OffsetDateTime first = row.getObject("first", OffsetDateTime.class);
        if (first == null) {
            return 0;
        }
        long millis = Math.max(1000, Duration.between(first.toInstant(), now).toMillis());
        return row.getLong("attempts") * 60_000.0 / millis;
    }

    private @Nullable Instant nextAttempt(long editionId) {
        return jdbc.sql("select min(next_attempt_at) as next from delivery where edition_id = ? and state = 'deferred'")
                .param(editionId)
                .query((row, number) -> Optional.ofNullable(row.getObject("next", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
