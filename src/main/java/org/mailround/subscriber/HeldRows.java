package org.mailround.subscriber;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/** Rows as an export shows them: names in camel case, moments as ISO 8601 in UTC, and nothing where there is nothing. */
public final class HeldRows implements RowMapper<Map<String, Object>> {

    @Override
    public Map<String, Object> mapRow(ResultSet row, int number) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> held = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = plain(JdbcUtils.getResultSetValue(row, i));
            if (value != null) {
                held.put(JdbcUtils.convertUnderscoreNameToPropertyName(JdbcUtils.lookupColumnName(columns, i)), value);
            }
        }
        return held;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        return value instanceof Timestamp time ? time.toInstant().toString() : value;
    }
}
