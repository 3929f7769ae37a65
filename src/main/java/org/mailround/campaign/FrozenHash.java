package org.mailround.campaign;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SHA-256 over all that is frozen of an edition, as it stands in the database: what every mail says, and whom it is for. */
@Repository
class FrozenHash {

    private final JdbcClient jdbc;

    FrozenHash(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String of(long edition) {
        Sha256 digest = new Sha256();
        jdbc.sql("select subject, audience_topic, audience_language, audience_unknown, signing_key from edition"
                        + " where id = ?")
                .param(edition)
                .query(row -> {
                    digest.add(row.getString("subject"))
                            .add(row.getString("audience_topic"))
                            .add(row.getString("audience_language"))
                            .add(String.valueOf(row.getBoolean("audience_unknown")))
                            .add(row.getString("signing_key"));
                });
        jdbc.sql("select list_id from edition_list where edition_id = ? order by list_id")
                .param(edition)
                .query(row -> {
                    digest.add("list").add(row.getString("list_id"));
                });
        jdbc.sql(
                        "select selection, language, subject, html, plain from edition_variant where edition_id = ? order by id")
                .param(edition)
                .query(row -> {
                    digest.add(row.getString("selection"))
                            .add(row.getString("language"))
                            .add(row.getString("subject"))
                            .add(row.getString("html"))
                            .add(row.getString("plain"));
                });
        jdbc.sql("select owed_from, topics, selection from edition_readers where edition_id = ?"
                        + " order by owed_from, topics")
                .param(edition)
                .query(row -> {
                    digest.add(row.getString("owed_from"))
                            .add(row.getString("topics"))
                            .add(row.getString("selection"));
                });
        return digest.hex();
    }
}
