package org.mailround.subscriber;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who somebody is, what they are on and what they asked for; and the bad rows of their lists. */
@Component
@Order(0)
class PeopleData implements PersonalData {

    private final JdbcClient jdbc;
    private final Path data;

    PeopleData(JdbcClient jdbc, @Value("${mailround.data-dir}") Path dataDirectory) {
        this.jdbc = jdbc;
        this.data = dataDirectory;
    }

    @Override
    public Set<String> tables() {
        return Set.of(
                "subscriber",
                "subscription",
                "suppression",
                "suppression_lifted",
                "subscription_request",
                "subscription_request_list");
    }

    @Override
    public Map<String, Object> held(DataSubject subject) {
        Map<String, Object> held = new LinkedHashMap<>();
        subscriber(subject.subscriberId()).ifPresent(it -> held.put("subscriber", it));
        putUnlessEmpty(held, "subscriptions", subscriptions(subject.subscriberId()));
        putUnlessEmpty(held, "requests", requests(subject.address()));
        suppression(subject.digest()).ifPresent(it -> held.put("suppression", it));
        return held;
    }

    private Optional<Map<String, Object>> subscriber(@Nullable Long id) {
        Optional<Map<String, Object>> subscriber =
                jdbc.sql("""
                        select id, address, first_name, last_name, language, time_zone, topics, frequency, attributes,
                               paused_until, chosen, created_at, updated_at
                        from subscriber where id = ?
                        """).param(id).query(new HeldRows()).optional();
        subscriber.ifPresent(it -> it.computeIfPresent("attributes", (name, json) -> Attributes.read(json.toString())));
        return subscriber;
    }

    private List<Map<String, Object>> subscriptions(@Nullable Long subscriber) {
        return jdbc.sql("""
                        select l.name as list, n.state, n.consent_source, n.consent_at, n.consent_wording, n.created_at,
                               n.changed_at
                        from subscription n join mailing_list l on l.id = n.list_id
                        where n.subscriber_id = ? order by l.name
                        """).param(subscriber).query(new HeldRows()).list();
    }

    private List<Map<String, Object>> requests(EmailAddress address) {
        return jdbc.sql("""
                        select r.address, r.first_name, r.language, r.topics, r.wording, r.asked_at, r.state, r.decided_at,
                               l.name as list
                        from subscription_request r
                        left join subscription_request_list n on n.request_id = r.id
                        left join mailing_list l on l.id = n.list_id
                        where r.canonical = ? order by r.id, l.name
                        """).param(address.canonical()).query(new HeldRows()).list();
    }

    private Optional<Map<String, Object>> suppression(String digest) {
        return jdbc.sql("select id, address, reason, note, created_at from suppression where address_digest = ?")
                .param(digest)
                .query(new HeldRows())
                .optional();
    }

    private static void putUnlessEmpty(Map<String, Object> held, String name, List<Map<String, Object>> rows) {
        if (!rows.isEmpty()) {
            held.put(name, rows);
        }
    }

    /** All but the subscriber, whom other rooms may still refer to: {@link DataSubjects} deletes it last. */
    @Override
    public int erase(DataSubject subject) {
        return jdbc.sql("delete from subscription_request where canonical = ?")
                        .param(subject.address().canonical())
                        .update()
                + jdbc.sql("delete from subscription where subscriber_id = ?")
                        .param(subject.subscriberId())
                        .update()
                + jdbc.sql("update suppression set address = null, note = null, delivery_id = null"
                                + " where address_digest = ? and (address is not null or note is not null)")
                        .param(subject.digest())
                        .update()
                + jdbc.sql("delete from suppression_lifted where address_digest = ?")
                        .param(subject.digest())
                        .update();
    }

    @Override
    public int eraseFiles(DataSubject subject) {
        List<Path> files = Stream.of("rejects", "exports")
                .flatMap(folder -> AddressSearch.in(data.resolve(folder), ".csv", subject.address()).stream())
                .toList();
        files.forEach(file -> PersonalRows.remove(file, subject.address()));
        // what H2 notes of statements that failed may quote their values, and nobody accounts by it
        List<Path> traces = AddressSearch.in(data, ".trace.db", subject.address());
        traces.forEach(PeopleData::delete);
        return files.size() + traces.size();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be deleted.", e);
        }
    }
}
