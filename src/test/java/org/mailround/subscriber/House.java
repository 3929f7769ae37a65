package org.mailround.subscriber;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.mailround.rfc.EmailAddress;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The room and what it stands on, over one database, with a clock to set. */
final class House implements AutoCloseable {

    static final Instant MONDAY = Instant.parse("2024-06-03T08:00:00Z");
    static final Instant TUESDAY = Instant.parse("2024-06-04T08:00:00Z");

    final Path folder;
    final JdbcClient jdbc;

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private Instant now = MONDAY;

    House(DataSource dataSource, Path folder, Map<String, Object> properties) {
        this.folder = folder;
        this.jdbc = JdbcClient.create(dataSource);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "mailround.data-dir", folder.resolve("data").toString(),
                                "mailround.home", folder.toString())));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("more", properties));
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(dataSource));
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
        context.registerBean(Clock.class, SettableClock::new);
        context.registerBean(Clinic.class, House::clinic);
        context.scan("org.mailround.subscriber", "org.mailround.token");
        context.refresh();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    void setTime(Instant time) {
        now = time;
    }

    Path file(String name, String text) throws IOException {
        return file(name, text, StandardCharsets.UTF_8);
    }

    Path file(String name, String text, Charset charset) throws IOException {
        return file(name, text.getBytes(charset));
    }

    Path file(String name, byte[] octets) throws IOException {
        return Files.write(folder.resolve(name), octets);
    }

    ImportResult importText(String text) throws IOException {
        return importFile(file("news.csv", text));
    }

    ImportResult importFile(Path file) {
        return get(Importer.class).importFile(file, "news", false, rows -> {});
    }

    ImportResult rehearse(Path file) {
        return get(Importer.class).importFile(file, "news", true, rows -> {});
    }

    /** One value of a subscriber, by address. */
    @Nullable
    Object valueOf(String address, String column) {
        return jdbc.sql("select " + column + " from subscriber where canonical = ?")
                .param(EmailAddress.parse(address).canonical())
                .query()
                .singleRow()
                .get(column);
    }

    List<String> confirmed(String list) {
        return inState(list, "confirmed");
    }

    List<String> inState(String list, String state) {
        return jdbc.sql("""
                select s.address from subscriber s
                join subscription n on n.subscriber_id = s.id
                join mailing_list l on l.id = n.list_id
                where l.name = ? and n.state = ? order by s.canonical
                """).params(list, state).query(String.class).list();
    }

    long idOf(String address) {
        return ((Number) requireNonNull(valueOf(address, "id"))).longValue();
    }

    long idOfList() {
        return get(MailingLists.class).find("news").orElseThrow().id();
    }

    @Override
    public void close() {
        context.close();
    }

    private static Clinic clinic() {
        return new Clinic(
                "Riverside Clinic",
                null,
                ZoneId.of("Europe/Berlin"),
                null,
                null,
                "#000000",
                "#ffffff",
                null,
                null,
                null,
                48,
                Clinic.SYSTEM_FONTS,
                "en");
    }

    private final class SettableClock extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
