package org.mailround.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A home with files in it, sources that read them, and a clock that stands still. */
class SourcesFixture {

    static final Instant NOW = Instant.parse("2025-03-13T09:00:00Z");
    static final Clinic CLINIC = new Clinic(
            "Riverside Clinic",
            "1 Quay Street",
            ZoneId.of("Europe/Berlin"),
            null,
            null,
            "#0f5c63",
            "#7fd1d8",
            null,
            null,
            null,
            48,
            Clinic.SYSTEM_FONTS,
            "en");

    private final Path home;
    private final List<SourceSettings.Entry> sources = new ArrayList<>();
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    TopicSettings topics = new TopicSettings(List.of());
    CollectSettings settings = new CollectSettings(Duration.ofMinutes(30), Duration.ofDays(30), 10);

    SourcesFixture(Path home) {
        this.home = home;
    }

    SourcesFixture folder(String name) {
        try {
            Files.createDirectories(home.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return source(name, null, name);
    }

    SourcesFixture source(String name, @Nullable String url, @Nullable String folder) {
        sources.add(new SourceSettings.Entry(name, url, folder, null, null));
        return this;
    }

    /** A feed on this machine, as with {@code allow-private-hosts: true}. */
    SourcesFixture reaching(String name, String url) {
        sources.add(new SourceSettings.Entry(name, url, null, null, List.of("true")));
        return this;
    }

    SourcesFixture file(String name, String text) {
        return file(name, text, StandardCharsets.UTF_8);
    }

    SourcesFixture file(String name, String text, Charset charset) {
        try {
            Files.createDirectories(home.resolve(name).getParent());
            Files.writeString(home.resolve(name), text, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** What a folder of this name, not yet among the sources, holds. */
    List<Item> itemsOf(String folder) {
        try {
            return new FolderReader(home, CLINIC).read(new Source.Folder("Files", folder, List.of("news")));
        } catch (UnreadableException e) {
            throw new AssertionError(e);
        }
    }

    Collector collector(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        SourceReadings readings = new SourceReadings(jdbc);
        return new Collector(
                new SourceSettings(sources),
                topics,
                settings,
                new FolderReader(home, CLINIC),
                new FeedReader(home, topics, Duration.ofSeconds(2)),
                readings,
                new Memory(new Articles(jdbc), readings, clock, new JdbcTransactionManager(database)),
                clock,
                event -> {});
    }
}
