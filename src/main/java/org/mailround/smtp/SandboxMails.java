package org.mailround.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The mail that the sandbox kept, to look at. */
@Component
public class SandboxMails {

    /**
     * One of them.
     *
     * @param name its file's, which finds it again
     * @param keptAt when the sandbox took it
     */
    public record Kept(String name, Instant keptAt, StoredMail mail) {}

    private record Name(String text, Instant keptAt, long number) {}

    private static final Pattern NAME = Pattern.compile("(\\d{8}-\\d{6})-(\\d{5,18})\\.eml");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);
    private static final Comparator<Name> NEWEST_FIRST =
            Comparator.comparing(Name::keptAt).thenComparing(Name::number).reversed();

    private final Path folder;

    SandboxMails(@Value("${mailround.data-dir}") Path dataDirectory) {
        this.folder = dataDirectory.resolve("sandbox");
    }

    /** How many there are. */
    public long count() {
        return names().size();
    }

    /**
     * Some of them, the newest first.
     *
     * @param offset how many of the newest are left aside
     */
    public List<Kept> newest(long offset, int limit) {
        List<Kept> page = new ArrayList<>();
        names().stream()
                .sorted(NEWEST_FIRST)
                .skip(offset)
                .limit(limit)
                .forEach(name -> find(name.text()).ifPresent(page::add));
        return page;
    }

    /** The mail in that file, or empty if there is none, or it is no name of one. */
    public Optional<Kept> find(String name) {
        return parse(name)
                .flatMap(
                        parsed -> octets(name).map(octets -> new Kept(name, parsed.keptAt(), StoredMail.read(octets))));
    }

    /** The octets of the mail in that file, or empty if there is none, or it is no name of one. */
    public Optional<byte[]> octets(String name) {
        if (parse(name).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Name> names() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> parse(file.getFileName().toString()).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only the names that the sandbox itself gives lead to a file. */
    private static Optional<Name> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Instant keptAt = LocalDateTime.parse(matcher.group(1), STAMP).toInstant(ZoneOffset.UTC);
            return Optional.of(new Name(name, keptAt, Long.parseLong(matcher.group(2))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
