package org.mailround.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.message.MessageFactory;
import org.mailround.rfc.SmtpReply;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The recipients of an edition, one by one. */
@Repository
public class Recipients {

    private static final int PAGE = 1000;

    private record Row(long id, RecipientLine line) {}

    private final JdbcClient jdbc;
    private final MessageFactory messages;

    Recipients(JdbcClient jdbc, MessageFactory messages) {
        this.jdbc = jdbc;
        this.messages = messages;
    }

    /** Tells of every recipient, in the order they were planned, in bounded memory. */
    public void of(Edition edition, Consumer<RecipientLine> consumer) {
        long after = 0;
        List<Row> page;
        do {
            page = jdbc.sql(
                            "select * from delivery where edition_id = ? and id > ? order by id fetch first ? rows only")
                    .params(edition.id(), after, PAGE)
                    .query((row, number) -> row(edition, row))
                    .list();
            for (Row row : page) {
                consumer.accept(row.line());
                after = row.id();
            }
        } while (page.size() == PAGE);
    }

    private Row row(Edition edition, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        RecipientLine line = new RecipientLine(
                row.getString("address"),
                row.getString("state"),
                reply(row),
                row.getInt("attempts"),
                messages.messageId(edition, id));
        return new Row(id, line);
    }

    /** Who was left out may have an older reply too, but it is not why. */
    private static @Nullable String reply(ResultSet row) throws SQLException {
        DeliveryState state = DeliveryState.of(row.getString("state"));
        Integer code = row.getObject("reply_code", Integer.class);
        if (code == null || state == DeliveryState.SUPPRESSED || state == DeliveryState.CANCELLED) {
            return row.getString("reason");
        }
        return new SmtpReply(code, row.getString("reply_status"), row.getString("reply_text")).line();
    }
}
