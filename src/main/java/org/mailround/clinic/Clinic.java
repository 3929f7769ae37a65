package org.mailround.clinic;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;
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
 * @param logoAlt what stands for the logo where images are off; null for the name
 * @param logoWidth in CSS pixels; null where it follows from the height
 * @param logoHeight in CSS pixels
 * @param font the font stack of mails, as CSS has it: fonts that readers have on their machines
 * @param language what the clinic writes in and usually speaks, as a BCP 47 tag
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
        @Nullable URI logo,
        @Nullable String logoAlt,
        @Nullable Integer logoWidth,
        @DefaultValue("48") int logoHeight,
        @DefaultValue(SYSTEM_FONTS) String font,
        @DefaultValue("en") String language) {

    /** The fonts that each system has for its own texts. */
    public static final String SYSTEM_FONTS =
            "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

    private static final Pattern FONTS = list("-?[A-Za-z][A-Za-z0-9 -]*|'[A-Za-z0-9 -]+'|\"[A-Za-z0-9 -]+\"");
    private static final int LARGEST_LOGO = 536;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private static Pattern list(String item) {
        return Pattern.compile("\\s*+(?:%1$s)\\s*+(?:,\\s*+(?:%1$s)\\s*+)*+".formatted(item));
    }

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

    private static void requireSize(String key, @Nullable Integer pixels) {
        if (pixels != null && (pixels < 1 || pixels > LARGEST_LOGO)) {
            throw new IllegalArgumentException("mailround.clinic.%s is %d: write a number of pixels from 1 to %d"
                    .formatted(key, pixels, LARGEST_LOGO));
        }
    }

    private static String tag(String language) {
        try {
            return new Locale.Builder()
                    .setLanguageTag(language.strip().replace('_', '-'))
                    .build()
                    .toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException(
                    "mailround.clinic.language is %s: write a language tag such as en, es or de-CH".formatted(language),
                    e);
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
        requireSize("logo-width", logoWidth);
        requireSize("logo-height", logoHeight);
        if (!FONTS.matcher(font).matches()) {
            throw new IllegalArgumentException(
                    ("mailround.clinic.font is %s: write the names of fonts with commas between them, such as Georgia,"
                                    + " 'Times New Roman', serif")
                            .formatted(font));
        }
        language = tag(language.isBlank() ? "en" : language);
    }

    /** A moment as people of this clinic read it: {@code Thu 26 Nov, 09:00}. */
    public String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }

    /** A day as people of this clinic read it: {@code Thu 26 Nov}. */
    public String day(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }
}
