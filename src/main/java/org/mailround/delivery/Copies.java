package org.mailround.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionContents;
import org.mailround.campaign.Editions;
import org.mailround.message.MessageFactory;
import org.mailround.message.Recipient;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.Attributes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Each person's copy of an edition: whom it was for, and how it reads. Asked by the links in it, long after it went out. */
@Repository
public class Copies {

    /** No part of a mail but its headers names the address, and of an erased person it is not known. */
    private static final EmailAddress UNNAMED = new EmailAddress("unnamed", "invalid");

    private final JdbcClient jdbc;
    private final Editions editions;
    private final EditionContents contents;
    private final MessageFactory messages;

    Copies(JdbcClient jdbc, Editions editions, EditionContents contents, MessageFactory messages) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.contents = contents;
        this.messages = messages;
    }

    /** The copy that is this delivery, or empty if there is none. */
    public Optional<Copy> find(long deliveryId) {
        Set<Long> lists = jdbc.sql("""
                        select l.list_id from edition_list l join delivery d on d.edition_id = l.edition_id
                        where d.id = ?
                        """).param(deliveryId).query(Long.class).set();
        return jdbc.sql("""
                        select d.subscriber_id, s.language from delivery d left join subscriber s on s.id = d.subscriber_id
                        where d.id = ?
                        """)
                .param(deliveryId)
                .query((row, number) -> new Copy(
                        deliveryId, row.getObject("subscriber_id", Long.class), row.getString("language"), lists))
                .optional();
    }

    /**
     * The HTML that this person's mail carries, with their own words in it as far as they are still known; or empty if
     * there is no such delivery.
     */
    public Optional<String> html(long deliveryId) {
        return jdbc.sql("""
                        select d.id, d.edition_id, d.variant_id, d.subscriber_id, s.first_name, s.last_name, s.attributes
                        from delivery d left join subscriber s on s.id = d.subscriber_id
                        where d.id = ?
                        """)
                .param(deliveryId)
                .query((row, number) -> new Row(row.getLong("edition_id"), row.getLong("variant_id"), recipient(row)))
                .optional()
                .map(this::html);
    }

    private String html(Row row) {
        Edition edition = editions.get(row.edition());
        return messages.mailing(edition, contents.variant(row.variant())).html(row.recipient());
    }

    private static Recipient recipient(ResultSet row) throws SQLException {
        @Nullable String attributes = row.getString("attributes");
        return new Recipient(
                row.getLong("id"),
                UNNAMED,
                row.getString("first_name"),
                row.getString("last_name"),
                attributes == null ? Map.of() : Attributes.read(attributes));
    }

    /** The octets of a delivery's mail; empty if the edition has none such, or the person was erased. */
    public Optional<byte[]> octets(Edition edition, long delivery) {
        Addressed addressed = addressed(edition, delivery);
        return addressed == null
                ? Optional.empty()
                : Optional.of(messages.mailing(edition, contents.variant(addressed.variant()))
                        .octets(addressed.recipient(), addressed.date()));
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
        return new Addressed(
                row.getLong("variant_id"),
                RecipientRow.read(row),
                begun == null ? edition.composedAt() : begun.toInstant());
    }

    private record Row(long edition, long variant, Recipient recipient) {}

    private record Addressed(long variant, Recipient recipient, Instant date) {}
}
