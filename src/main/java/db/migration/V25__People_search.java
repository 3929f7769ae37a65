package db.migration;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * Lets people be found by how their address or name begins, however many there are, and be counted by how they stand.
 * PostgreSQL orders an index by the language of the database unless it is told not to, and then finds no beginnings by it.
 */
public class V25__People_search extends BaseJavaMigration {

    private static final String NAME = "lower(coalesce(last_name || ' ', '') || coalesce(first_name, ''))";

    @Override
    public void migrate(Context context) throws SQLException {
        boolean isH2 = context.getConnection().getMetaData().getURL().startsWith("jdbc:h2:");
        List<String> statements = new ArrayList<>(List.of(
                "alter table subscriber add column search_name varchar(450) generated always as (" + NAME + ")"
                        + (isH2 ? "" : " stored"),
                "create index subscriber_search_name on subscriber (search_name"
                        + (isH2 ? ")" : " varchar_pattern_ops)"),
                "create index subscription_standing on subscription (list_id, state, subscriber_id)",
                "create index suppression_address on suppression (address" + (isH2 ? ")" : " varchar_pattern_ops)")));
        if (!isH2) {
            statements.add("create index subscriber_canonical on subscriber (canonical varchar_pattern_ops)");
        }
        try (Statement statement = context.getConnection().createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
