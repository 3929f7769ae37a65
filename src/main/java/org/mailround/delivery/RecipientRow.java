package org.mailround.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.mailround.message.Recipient;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Attributes;

/** Reads whom a delivery is for: columns {@code id}, {@code address}, and those of the person's words. */
final class RecipientRow {

    private RecipientRow() {}

    static Recipient read(ResultSet row) throws SQLException {
        return new Recipient(
                row.getLong("id"),
                EmailAddress.parse(row.getString("address")),
                row.getString("first_name"),
                row.getString("last_name"),
                Attributes.read(row.getString("attributes")));
    }
}
