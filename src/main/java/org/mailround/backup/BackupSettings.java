package org.mailround.backup;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Backups that a process makes by itself while it stays.
 *
 * @param directory where they are put, once a day; null for none
 * @param keep how many are kept there, the newest ones
 * @param at the time of day on the clinic's clock, such as 03:30
 */
@ConfigurationProperties("mailround.backup")
record BackupSettings(
        @Nullable Path directory,
        @DefaultValue("14") int keep,
        @DefaultValue("03:30") String at) {

    BackupSettings {
        if (keep < 1) {
            throw new IllegalArgumentException(
                    "mailround.backup.keep is %d: write how many are kept, 1 or more".formatted(keep));
        }
        time(at);
    }

    LocalTime time() {
        return time(at);
    }

    /** YAML takes 22:30 without quotes for a number of minutes. */
    private static LocalTime time(String at) {
        try {
            return at.matches("\\d{1,4}")
                    ? LocalTime.MIN.withHour(Integer.parseInt(at) / 60).withMinute(Integer.parseInt(at) % 60)
                    : LocalTime.parse(at);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "mailround.backup.at is “%s”: write a time of day such as 03:30".formatted(at), e);
        }
    }
}
