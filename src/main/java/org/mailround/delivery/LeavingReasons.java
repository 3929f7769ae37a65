package org.mailround.delivery;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What people said who left by the link of a mail. Kept with the mail and not with the person, so that it names nobody. */
@Repository
public class LeavingReasons {

    /** In characters. */
    public static final int LONGEST_COMMENT = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    LeavingReasons(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes the place of what was said before by the same link. Where there is no such delivery, nothing happens.
     *
     * @param comment in their own words, of which what goes beyond {@link #LONGEST_COMMENT} is cut; null for none
     */
    @Transactional
    public void tell(long deliveryId, LeavingReason reason, @Nullable String comment) {
        // two at once: the second waits here, so that it finds what the first has said
        jdbc.sql("select id from delivery where id = ? for update")
                .param(deliveryId)
                .query(Long.class)
                .optional();
        takeBack(deliveryId);
        jdbc.sql("""
                insert into leaving_reason (delivery_id, edition_id, reason, comment, told_at)
                select d.id, d.edition_id, cast(:reason as varchar(20)), cast(:comment as varchar(500)),
                       cast(:now as timestamp with time zone)
                from delivery d where d.id = :delivery
                """)
                .param("reason", reason.label())
                .param("comment", comment == null ? null : line(comment))
                .param("now", OffsetDateTime.now(clock))
                .param("delivery", deliveryId)
                .update();
    }

    /** For who stays after all. */
    public void takeBack(long deliveryId) {
        jdbc.sql("delete from leaving_reason where delivery_id = ?")
                .param(deliveryId)
                .update();
    }

    /** How many gave which reason, of those who left by the mails of an edition; reasons that nobody gave are not there. */
    public Map<LeavingReason, Long> counts(long editionId) {
        Map<LeavingReason, Long> counts = new EnumMap<>(LeavingReason.class);
        jdbc.sql("select reason, count(*) as people from leaving_reason where edition_id = ? group by reason")
                .param(editionId)
                .query(row -> {
                    Optional<LeavingReason> reason = LeavingReason.of(row.getString("reason"));
                    if (reason.isPresent()) {
                        counts.put(reason.get(), row.getLong("people"));
                    }
                });
        return counts;
    }

    /** What they wrote themselves, the newest first. It is data: anything may stand in it. */
    public List<String> comments(long editionId, int limit) {
        return jdbc.sql("""
                        select comment from leaving_reason where edition_id = ? and comment is not null
                        order by told_at desc, delivery_id desc fetch first ? rows only
                        """).params(editionId, limit).query(String.class).list();
    }

    /** On one line, as controls are of no use here, and NUL is refused by PostgreSQL; null where nothing is left. */
    private static @Nullable String line(String comment) {
        String line = comment.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
        if (line.length() > LONGEST_COMMENT) {
            int end =
                    Character.isHighSurrogate(line.charAt(LONGEST_COMMENT - 1)) ? LONGEST_COMMENT - 1 : LONGEST_COMMENT;
            line = line.substring(0, end).strip();
        }
        return line.isEmpty() ? null : line;
    }
}
