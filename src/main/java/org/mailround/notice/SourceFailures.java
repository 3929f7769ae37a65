package org.mailround.notice;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sources that could not be read, and how often in a row. */
@Repository
class SourceFailures {

    private final JdbcClient jdbc;

    SourceFailures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one more failure; returns how many there were in a row. */
    int count(String source) {
        if (!increment(source)) {
            try {
                jdbc.sql("insert into source_failure (source, failures) values (?, 1)")
                        .param(source)
                        .update();
            } catch (DuplicateKeyException e) {
                increment(source);
            }
        }
        return jdbc.sql("select failures from source_failure where source = ?")
                .param(source)
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    private boolean increment(String source) {
        return jdbc.sql("update source_failure set failures = failures + 1 where source = ?")
                        .param(source)
                        .update()
                == 1;
    }

    /** The sources whose latest reading failed. */
    List<String> all() {
        return jdbc.sql("select source from source_failure order by source")
                .query(String.class)
                .list();
    }

    void forget(String source) {
        jdbc.sql("delete from source_failure where source = ?").param(source).update();
    }
}
