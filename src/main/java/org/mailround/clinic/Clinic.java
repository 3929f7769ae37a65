package org.mailround.clinic;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clinic in whose name mail goes out.
 *
 * @param name as it stands at the head of a mail
 * @param postalAddress where paper mail reaches the clinic, on one line or several; null while it is not configured,
 *     and then nothing is sent
 * @param zone the clinic's time zone: schedules and dates are in it
 * @param website null where there is none
 * @param phone null where there is none
 * @param accent the one colour of branding, as {@code #rrggbb}
 * @param accentDark its lighter twin for dark mode
 * @param logo an absolute https URL; null where there is none
 */
@ConfigurationProperties("mailround.clinic")
public record Clinic(
        String name,
        @Nullable String postalAddress,
        ZoneId zone,
        @Nullable URI website,
        @Nullable String phone,
        @DefaultValue("#0f5c63") String accent,
        @DefaultValue("#7fd1d8") String accentDark,
        @Nullable URI logo) {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    private static void requireWeb(String key, @Nullable URI url) {
        if (url != null
                && !url.toString().isBlank()
                && !String.valueOf(url.getScheme()).matches("(?i)https?")) {
            throw new IllegalArgumentException(
                    "mailround.clinic.%s is %s: it must begin with https://".formatted(key, url));
        }
    }

    private static void requireColour(String key, String colour) {
        if (!colour.matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException(
                    "mailround.clinic.%s is %s: write a colour as #rrggbb".formatted(key, colour));
        }
    }

    @SuppressWarnings("ConstantValue") // binding gives null where a key is missing
    public Clinic {
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("mailround.clinic.name is missing: write the clinic's name there");
        }
        if (zone == null) {
            throw new IllegalArgumentException(
                    "mailround.clinic.zone is missing: write the clinic's time zone there, such as Europe/London");
        }
        requireWeb("website", website);
        requireWeb("logo", logo);
        requireColour("accent", accent);
        requireColour("accent-dark", accentDark);
    }

    /** A moment as people of this clinic read it: {@code Thu 26 Nov, 09:00}. */
    public String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }
}
