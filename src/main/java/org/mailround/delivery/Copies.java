package org.mailround.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.campaign.Variant;
import org.mailround.message.MessageFactory;
import org.mailround.message.Recipient;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Attributes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recipients' copies, made again to look at: as they went, but for what a person has changed about themselves since. */
@Repository
public class Copies {

    private record Addressed(long variant, Recipient recipient, Instant date) {}

    private final JdbcClient jdbc;
    private final Editions editions;
    private final MessageFactory messages;

    Copies(JdbcClient jdbc, Editions editions, MessageFactory messages) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.messages = messages;
    }

    /** The octets of a delivery's mail; empty if the edition has none such, or the person was erased. */
    public Optional<byte[]> octets(Edition edition, long delivery) {
        Addressed addressed = addressed(edition, delivery);
        Variant variant =
                addressed == null ? null : editions.variants(edition.id()).get(addressed.variant());
        return addressed == null || variant == null
                ? Optional.empty()
                : Optional.of(messages.mailing(edition, variant).octets(addressed.recipient(), addressed.date()));
    }

    private @Nullable Addressed addressed(Edition edition, long delivery) {
        return jdbc.sql("""
                        select d.id, d.variant_id, d.address, s.first_name, s.last_name, s.attributes,
                               (select max(a.begun_at) from attempt a where a.delivery_id = d.id) as begun_at
                        from delivery d join subscriber s on s.id = d.subscriber_id
                        where d.edition_id = ? and d.id = ? and d.address is not null
                        """)
                .params(edition.id(), delivery)
                .query((row, number) -> addressed(edition, row))
                .optional()
                .orElse(null);
    }

    private static Addressed addressed(Edition edition, ResultSet row) throws SQLException {
        OffsetDateTime begun = row.getObject("begun_at", OffsetDateTime.class);
        Recipient recipient = new Recipient(
                row.getLong("id"),
                EmailAddress.parse(row.getString("address")),
                row.getString("first_name"),
                row.getString("last_name"),
                Attributes.read(row.getString("attributes")));
        return new Addressed(
                row.getLong("variant_id"), recipient, begun == null ? edition.composedAt() : begun.toInstant());
    }
}
