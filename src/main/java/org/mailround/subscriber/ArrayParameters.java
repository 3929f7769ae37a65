package org.mailround.subscriber;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hands many rows to one statement, an array a column ({@code from unnest(?, ?)}): both databases take them in faster
 * than as a batch, and plan the statement once.
 */
public final class ArrayParameters<T> {

    private final PreparedStatement statement;
    private final Collection<T> rows;
    private int next = 1;

    /** @param statement whose placeholders are filled from the first on */
    public ArrayParameters(PreparedStatement statement, Collection<T> rows) {
        this.statement = statement;
        this.rows = rows;
    }

    /** One value for all rows. */
    public ArrayParameters<T> single(Object value) throws SQLException {
        statement.setObject(next++, value);
        return this;
    }

    /**
     * One value of each row, in their order.
     *
     * @param type as PostgreSQL calls it
     */
    public ArrayParameters<T> column(String type, Function<T, @Nullable Object> value) throws SQLException {
        Object[] values = rows.stream().map(value).toArray();
        statement.setArray(next++, statement.getConnection().createArrayOf(type, values));
        return this;
    }
}
