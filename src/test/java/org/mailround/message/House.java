package org.mailround.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Campaign;
import org.mailround.campaign.Content;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.Kind;
import org.mailround.campaign.Shown;
import org.mailround.campaign.ShownArticle;
import org.mailround.campaign.Variant;
import org.mailround.clinic.Clinic;
import org.mailround.clinic.Sender;
import org.mailround.rfc.EmailAddress;
import org.mailround.rfc.Mailbox;
import org.mailround.token.Tokens;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A clinic in a folder, with the rooms that a message needs. */
class House {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final URI PUBLIC_URL = URI.create("https://news.clinic.example");

    final Path home;
    final Renderer renderer;
    final MessageFactory messages;
    final SingleMails singles;
    final Tokens tokens;

    House(Path home) {
        this(home, PUBLIC_URL);
    }

    House(Path home, @Nullable URI publicUrl) {
        this(home, new Sender(Mailbox.parse("Riverside Clinic <news@clinic.example>"), null, publicUrl, null));
    }

    House(Path home, Sender sender) {
        this(home, sender, Dkim.none());
    }

    House(Path home, Sender sender, Dkim dkim) {
        this(home, sender, dkim, clinic("en"));
    }

    House(Path home, Sender sender, Dkim dkim, Clinic clinic) {
        this.home = home;
        copyTemplates();
        try (AnnotationConfigApplicationContext rooms = new AnnotationConfigApplicationContext()) {
            rooms.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "house", Map.of("mailround.home", home.toString(), "mailround.data-dir", home + "/data")));
            rooms.registerBean(Clinic.class, () -> clinic);
            rooms.registerBean(Sender.class, () -> sender);
            rooms.registerBean(Dkim.class, () -> dkim);
            rooms.scan("org.mailround.token");
            rooms.register(
                    Languages.class,
                    Templates.class,
                    Renderer.class,
                    MessageFactory.class,
                    SingleRenderer.class,
                    SingleMails.class);
            rooms.refresh();
            this.renderer = rooms.getBean(Renderer.class);
            this.messages = rooms.getBean(MessageFactory.class);
            this.singles = rooms.getBean(SingleMails.class);
            this.tokens = rooms.getBean(Tokens.class);
        }
    }

    static Clinic clinic(String language) {
        return new Clinic(
                "Riverside Clinic",
                "1 Mill Lane\nRiverside",
                ZoneId.of("Europe/London"),
                URI.create("https://clinic.example"),
                "+44 20 7946 0000",
                "#0f5c63",
                "#7fd1d8",
                null,
                null,
                null,
                48,
                Clinic.SYSTEM_FONTS,
                language);
    }

    /** The rendering for everybody. */
    Variant render(Content content) {
        return renderer.render(content, Set.of()).usual();
    }

    static Content digest(ShownArticle... articles) {
        return new Content(
                "digest",
                "Riverside weekly",
                "Riverside weekly: sleep",
                LocalDate.of(2026, 11, 23),
                Arrays.asList(articles),
                null);
    }

    static Content oneOff(String markdown) {
        return new Content(
                "announcement", "Flu jabs", "Flu jabs are here", LocalDate.of(2026, 11, 23), List.of(), markdown);
    }

    static ShownArticle article(Shown shown, String title, String html) {
        return new ShownArticle(
                1, shown, title, "https://clinic.example/sleep", "An excerpt.", html, null, null, null, null, 2, null);
    }

    static Edition edition(String subject) {
        return edition(new Campaign(3, "weekly-digest", Kind.DIGEST, "Riverside weekly", "digest", 8), subject);
    }

    static Edition edition(Campaign campaign, String subject) {
        return new Edition(
                12,
                campaign,
                "sandbox",
                true,
                EditionState.SENDING,
                subject,
                "00",
                "0001",
                null,
                0,
                List.of(),
                NOON,
                null);
    }

    static Recipient recipient(@Nullable String firstName, @Nullable String lastName, Map<String, String> attributes) {
        return new Recipient(4711, EmailAddress.parse("ana@example.com"), firstName, lastName, attributes);
    }

    static Recipient ana() {
        return recipient("Ana", "López", Map.of());
    }

    void template(String file, String content) {
        try {
            Files.writeString(home.resolve("templates").resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The templates as they are shipped, in place of the simple ones of the tests. */
    House shipped() {
        try (Stream<Path> files = Files.list(Path.of("templates"))) {
            for (Path file : files.toList()) {
                template(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private void copyTemplates() {
        Path templates = home.resolve("templates");
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/message/templates"))) {
            Files.createDirectories(templates);
            for (Path file : files.toList()) {
                if (Files.notExists(templates.resolve(file.getFileName()))) {
                    Files.copy(file, templates.resolve(file.getFileName()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
