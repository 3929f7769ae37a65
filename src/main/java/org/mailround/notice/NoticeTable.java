package org.mailround.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notices, the newest first. */
@Repository
class NoticeTable {

    /** Nobody wants a mail of what ended so long ago, say before alerts had an address. */
    private static final Duration STALE = Duration.ofDays(1);

    private static final int SENTENCE = 4000;

    private final JdbcClient jdbc;
    private final Clock clock;

    NoticeTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes what lasts from now on; what lasts already is not noted twice. Not for the inside of a transaction. */
    void raise(NoticeKind kind, String subject, String sentence) {
        if (refresh(kind, subject, sentence)) {
            return;
        }
        try {
            insert(kind, subject, sentence, null);
        } catch (DuplicateKeyException e) {
            // another process noted it at the same moment
            refresh(kind, subject, sentence);
        }
    }

    /** Notes what needs nobody. */
    void inform(NoticeKind kind, String subject, String sentence) {
        insert(kind, subject, sentence, now());
    }

    private boolean refresh(NoticeKind kind, String subject, String sentence) {
        return jdbc.sql("update notice set sentence = ? where lasting = ?")
                        .params(cut(sentence), key(kind, subject))
                        .update()
                > 0;
    }

    private void insert(NoticeKind kind, String subject, String sentence, @Nullable OffsetDateTime ended) {
        jdbc.sql(
                        "insert into notice (kind, subject, sentence, created_at, ended_at, lasting) values (?, ?, ?, ?, ?, ?)")
                .params(kind.label(), subject, cut(sentence), now())
                .param(ended)
                .param(ended == null ? key(kind, subject) : null)
                .update();
    }

    void end(NoticeKind kind, String subject) {
        jdbc.sql("update notice set ended_at = ?, lasting = null where lasting = ?")
                .params(now(), key(kind, subject))
                .update();
    }

    void endAll(NoticeKind kind) {
        jdbc.sql("update notice set ended_at = ?, lasting = null where kind = ? and lasting is not null")
                .params(now(), kind.label())
                .update();
    }

    /** Ends one; false if it has ended before, or is not there. */
    boolean end(long id) {
        return jdbc.sql("update notice set ended_at = ?, lasting = null where id = ? and lasting is not null")
                        .params(now(), id)
                        .update()
                == 1;
    }

    List<Notice> lasting() {
        return jdbc.sql("select * from notice where lasting is not null order by id desc")
                .query(NoticeTable::map)
                .list();
    }

    List<Notice> recent(int count) {
        return jdbc.sql("select * from notice order by id desc fetch first ? rows only")
                .param(count)
                .query(NoticeTable::map)
                .list();
    }

    /** Puts what nobody was told of into a letter, and nobody else puts it into another; in the order it happened. */
    List<Notice> putInto(String letter) {
        List<String> kinds = Stream.of(NoticeKind.values())
                .filter(NoticeKind::isMailed)
                .map(NoticeKind::label)
                .toList();
        int count = jdbc.sql("update notice set letter = :letter where letter is null and kind in (:kinds)"
                        + " and (ended_at is null or ended_at > :stale)")
                .param("letter", letter)
                .param("kinds", kinds)
                .param("stale", now().minus(STALE))
                .update();
        return count == 0
                ? List.of()
                : jdbc.sql("select * from notice where letter = ? order by id")
                        .param(letter)
                        .query(NoticeTable::map)
                        .list();
    }

    /** The relay took a letter. */
    void mailed(String letter) {
        jdbc.sql("update notice set mailed_at = ? where letter = ? and mailed_at is null")
                .params(now(), letter)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String key(NoticeKind kind, String subject) {
        return kind.label() + " " + subject;
    }

    private static String cut(String sentence) {
        return sentence.substring(0, Math.min(sentence.length(), SENTENCE));
    }

    private static Notice map(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getLong("id"),
                NoticeKind.of(row.getString("kind")),
                row.getString("subject"),
                row.getString("sentence"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                instant(row, "mailed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
