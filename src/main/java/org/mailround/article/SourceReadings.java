package org.mailround.article;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each source was like when it was read last. */
@Repository
class SourceReadings {

    /**
     * A source as it was read.
     *
     * @param fingerprint of where and how it was read; validators of another tell nothing
     */
    record Known(String fingerprint, Validators validators) {

        Known withoutValidators() {
            return new Known(fingerprint, Validators.NONE);
        }
    }

    private final JdbcClient jdbc;

    SourceReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty if the source was not read to its end since that time. */
    Optional<Known> find(String source, Instant since) {
        return jdbc.sql("select fingerprint, etag, last_modified from source_reading where source = ? and read_at > ?")
                .params(source, since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Known(
                        row.getString("fingerprint"),
                        new Validators(row.getString("etag"), row.getString("last_modified"))))
                .optional();
    }

    /** Whether nothing of it is known, neither that it was read nor an article. */
    boolean isFirst(String source) {
        return find(source, Instant.EPOCH).isEmpty()
                && jdbc.sql("select id from article where source = ? fetch first 1 rows only")
                        .param(source)
                        .query(Long.class)
                        .list()
                        .isEmpty();
    }

    void save(String source, Known known, Instant now) {
        jdbc.sql("delete from source_reading where source = ?").param(source).update();
        jdbc.sql("insert into source_reading (source, fingerprint, etag, last_modified, read_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(source, known.fingerprint())
                .param(known.validators().etag())
                .param(known.validators().lastModified())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
