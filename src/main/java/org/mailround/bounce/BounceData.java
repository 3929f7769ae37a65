package org.mailround.bounce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mailround.judgement.Incoming;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.DataSubject;
import org.mailround.subscriber.HeldRows;
import org.mailround.subscriber.PersonalData;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came back of somebody's mail, and what was said about it. That something came back stays, as editions are counted. */
@Component
@Order(0)
class BounceData implements PersonalData {

    private static final String THEIRS = """
             (select d.id from delivery d where d.subscriber_id = :subscriber
              union
              select d.id from edition e join delivery d on d.edition_id = e.id and d.canonical = :canonical)
            """;

    private final JdbcClient jdbc;
    private final Path aside;

    BounceData(JdbcClient jdbc, @Value("${mailround.data-dir}") Path dataDirectory) {
        this.jdbc = jdbc;
        this.aside = dataDirectory.resolve("bounces/aside");
    }

    @Override
    public Set<String> tables() {
        return Set.of("bounce", "bounce_report");
    }

    @Override
    public Map<String, Object> held(DataSubject subject) {
        List<Map<String, Object>> bounces = theirs(
                        subject,
                        "select b.delivery_id as delivery, b.edition_id as edition, b.bounce_class, b.reason, b.status,"
                                + " b.diagnostic, b.judged_at from " + THEIRS
                                + " t join bounce b on b.delivery_id = t.id order by b.delivery_id")
                .query(new HeldRows())
                .list();
        return bounces.isEmpty() ? Map.of() : Map.of("bounces", bounces);
    }

    /**
     * Before the ledger forgets which deliveries were theirs. Their rows are locked first, as whoever reads a report on one
     * does: what is noted after this knows nobody any more.
     */
    @Override
    public int erase(DataSubject subject) {
        List<Long> ids = theirs(subject, "select t.id from " + THEIRS + " t order by t.id")
                .query(Long.class)
                .list();
        if (ids.isEmpty()) {
            return 0;
        }
        jdbc.sql("select id from delivery where id in (:ids) order by id for update")
                .param("ids", ids)
                .query(Long.class)
                .list();
        return jdbc.sql("update bounce set diagnostic = null where delivery_id in (:ids) and diagnostic is not null")
                .param("ids", ids)
                .update();
    }

    /** Messages for a person to look at that name them. */
    @Override
    public int eraseFiles(DataSubject subject) {
        if (!Files.isDirectory(aside)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(aside)) {
            List<Path> theirs =
                    files.filter(file -> names(file, subject.address())).toList();
            for (Path file : theirs) {
                Files.delete(file);
            }
            return theirs.size();
        } catch (IOException e) {
            throw new UncheckedIOException(aside + " cannot be cleaned.", e);
        }
    }

    /** As it is written, or as a mail program shows it. */
    private static boolean names(Path file, EmailAddress address) {
        try {
            byte[] octets = Files.readAllBytes(file);
            Incoming message = Incoming.of(octets);
            return address.isNamedIn(new String(octets, StandardCharsets.ISO_8859_1))
                    || address.isNamedIn(message.text())
                    || Stream.of("From", "To", "Subject")
                            .flatMap(header -> message.headers(header).stream())
                            .anyMatch(address::isNamedIn);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read.", e);
        }
    }

    private JdbcClient.StatementSpec theirs(DataSubject subject, String sql) {
        return jdbc.sql(sql)
                .param("subscriber", subject.subscriberId())
                .param("canonical", subject.address().canonical());
    }
}
