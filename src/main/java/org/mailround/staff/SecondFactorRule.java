package org.mailround.staff;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who must sign in with a second factor. */
@Repository
public class SecondFactorRule {

    private final JdbcClient jdbc;

    SecondFactorRule(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The least role that must; empty where nobody must. */
    public Optional<Role> least() {
        return jdbc.sql("select least from second_factor_rule where id = 1")
                .query(String.class)
                .optional()
                .map(Role::of);
    }

    /** Whether people of that role must. */
    public boolean isFor(Role role) {
        return least().filter(role::includes).isPresent();
    }

    /** From now on this is the least role that must; null: nobody. It counts when somebody signs in next. */
    @Transactional
    public void set(@Nullable Role least) {
        jdbc.sql("delete from second_factor_rule").update();
        if (least != null) {
            jdbc.sql("insert into second_factor_rule (id, least) values (1, ?)")
                    .param(least.label())
                    .update();
        }
    }
}
