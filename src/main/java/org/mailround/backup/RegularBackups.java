package org.mailround.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailround.clinic.Clinic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Backups that are made by themselves, one a day. The folder itself says which are there: where one was missed, because
 * nothing ran or there was no room, it is made as soon as it can be.
 */
@Component
public class RegularBackups {

    private static final Logger log = LoggerFactory.getLogger(RegularBackups.class);

    private static final Pattern WHOLE = Pattern.compile("mailround-\\d{4}-\\d{2}-\\d{2}\\.zip");
    private static final Pattern PART = Pattern.compile(WHOLE + "\\d+\\.(part|copy|mv\\.db)");

    private final Backups backups;
    private final BackupSettings settings;
    private final Clinic clinic;
    private final Clock clock;

    RegularBackups(Backups backups, BackupSettings settings, Clinic clinic, Clock clock) {
        this.backups = backups;
        this.settings = settings;
        this.clinic = clinic;
        this.clock = clock;
    }

    /**
     * Makes the one that is due, if any is, and throws the oldest away where there are more than shall be kept.
     *
     * @throws BackupException if it cannot be made
     */
    public void look() {
        Path directory = settings.directory();
        if (directory == null) {
            return;
        }
        Path due = directory.resolve("mailround-%s.zip".formatted(dayDue()));
        if (!Files.exists(due)) {
            backups.write(due);
            forgetOld(directory);
        }
    }

    /** Whether any are made. */
    public boolean areMade() {
        return settings.directory() != null;
    }

    /**
     * When the latest was written; empty where there is none.
     *
     * @throws BackupException if their folder cannot be read
     */
    public Optional<Instant> latest() {
        Path directory = settings.directory();
        if (directory == null || !Files.isDirectory(directory)) {
            return Optional.empty();
        }
        try {
            List<Path> whole = matching(directory, WHOLE);
            return whole.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            Files.getLastModifiedTime(Collections.max(whole)).toInstant());
        } catch (IOException e) {
            throw new BackupException(
                    "The folder of the backups, %s, cannot be read (%s).".formatted(directory, e.getMessage()), e);
        }
    }

    private LocalDate dayDue() {
        ZonedDateTime now = clock.instant().atZone(clinic.zone());
        return now.toLocalTime().isBefore(settings.time()) ? now.toLocalDate().minusDays(1) : now.toLocalDate();
    }

    /** Of ours alone: whatever else lies in that folder is none of our business. */
    private void forgetOld(Path directory) {
        try {
            List<Path> old = Stream.concat(beyondThoseKept(directory).stream(), leftovers(directory).stream())
                    .toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
            log.info("Threw away {} old backups, or parts of some", old.size());
        } catch (IOException e) {
            throw new BackupException(
                    "Old backups in %s could not be thrown away (%s).".formatted(directory, e.getMessage()), e);
        }
    }

    private List<Path> beyondThoseKept(Path directory) throws IOException {
        return matching(directory, WHOLE).stream()
                .sorted(Comparator.comparing(Path::getFileName).reversed())
                .skip(settings.keep())
                .toList();
    }

    /** What a process left that was killed at it; a younger one may be at work. */
    private List<Path> leftovers(Path directory) throws IOException {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        List<Path> leftovers = new ArrayList<>();
        for (Path part : matching(directory, PART)) {
            if (Files.getLastModifiedTime(part).toInstant().isBefore(yesterday)) {
                leftovers.add(part);
            }
        }
        return leftovers;
    }

    private static List<Path> matching(Path directory, Pattern name) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .toList();
        }
    }
}
