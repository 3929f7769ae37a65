package org.mailround.delivery;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Lets mail go again to those who are suppressed for nothing but that an edition was refused for them. */
@Repository
public class TakeBack {

    private static final String REFUSED = """
            select x.address_digest from suppression x join delivery d on d.id = x.delivery_id
            where d.edition_id = ? and d.state = 'rejected'
            """;

    private static final int CHUNK = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    TakeBack(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is told later about mail from before does not suppress them anew.
     *
     * @return how many there were
     */
    @Transactional
    public int ofRefusals(long editionId) {
        List<String> digests =
                jdbc.sql(REFUSED).param(editionId).query(String.class).list();
        for (int from = 0; from < digests.size(); from += CHUNK) {
            lift(digests.subList(from, Math.min(from + CHUNK, digests.size())));
        }
        return digests.size();
    }

    private void lift(List<String> digests) {
        jdbc.sql("delete from suppression_lifted where address_digest in (:digests)")
                .param("digests", digests)
                .update();
        jdbc.sql("insert into suppression_lifted (address_digest, lifted_at)"
                        + " select address_digest, cast(:now as timestamp with time zone) from suppression"
                        + " where address_digest in (:digests)")
                .param("now", OffsetDateTime.now(clock))
                .param("digests", digests)
                .update();
        jdbc.sql("delete from suppression where address_digest in (:digests)")
                .param("digests", digests)
                .update();
    }
}
