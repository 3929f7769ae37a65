package org.mailround.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is told of deliveries after the relay took them. */
@Repository
public class Feedback {

    private static final String ACCEPT = """
            update delivery set state = 'accepted', reason = 'a report shows that the relay took it'
            where id = ? and state = 'uncertain'
            """;

    private static final String COMPLAIN =
            "update delivery set feedback = 'complained' where id = ? and state = 'accepted'";

    /** Who complained had it, whatever came back. */
    private static final String BOUNCE =
            "update delivery set feedback = 'bounced' where id = ? and state = 'accepted' and feedback is null";

    private final JdbcClient jdbc;
    private final KeptAccountings accountings;

    Feedback(JdbcClient jdbc, KeptAccountings accountings) {
        this.jdbc = jdbc;
        this.accountings = accountings;
    }

    /** Whom that delivery was for, or empty if there is none. Nobody changes it before the caller's transaction ends. */
    public Optional<Addressee> addressee(long deliveryId) {
        return jdbc.sql(
                        "select id, edition_id, address, state, settled_at, feedback from delivery where id = ? for update")
                .param(deliveryId)
                .query(Feedback::addressee)
                .optional();
    }

    /** Some report names the mail: so the relay had taken it, if nobody knew. */
    public void arrived(Addressee addressee) {
        if (isChanged(ACCEPT, addressee)) {
            accountings.changed(addressee.editionId());
        }
    }

    /** An accepted one came back. May be repeated; of one that is not accepted nothing is noted. */
    public void bounced(Addressee addressee) {
        if (isChanged(BOUNCE, addressee)) {
            accountings.bounced(addressee.editionId());
        }
    }

    /** The reader of an accepted one complained. May be repeated; of one that is not accepted nothing is noted. */
    public void complained(Addressee addressee) {
        if (isChanged(COMPLAIN, addressee)) {
            accountings.changed(addressee.editionId());
        }
    }

    private boolean isChanged(String sql, Addressee addressee) {
        return jdbc.sql(sql).param(addressee.deliveryId()).update() > 0;
    }

    private static Addressee addressee(ResultSet row, int number) throws SQLException {
        @Nullable String address = row.getString("address");
        @Nullable OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
        return new Addressee(
                row.getLong("id"),
                row.getLong("edition_id"),
                address == null ? null : EmailAddress.parse(address),
                DeliveryState.of(row.getString("state")),
                settled == null ? null : settled.toInstant(),
                row.getString("feedback") != null);
    }
}
