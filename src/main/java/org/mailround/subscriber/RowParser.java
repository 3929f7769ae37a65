package org.mailround.subscriber;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;
import org.mailround.subscriber.SubscriberRow.Bad;
import org.mailround.subscriber.SubscriberRow.Blank;
import org.mailround.subscriber.SubscriberRow.Person;

/** Tells people from bad rows. One thread at a time may ask it. */
final class RowParser {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_LANGUAGES = 100;

    private final Columns columns;
    private final ZoneId zone;
    private final boolean requireConsent;
    private final Map<String, String> languages = new HashMap<>();

    /** @param zone the one that times of consent without a zone are in */
    RowParser(Columns columns, ZoneId zone, boolean requireConsent) {
        this.columns = columns;
        this.zone = zone;
        this.requireConsent = requireConsent;
    }

    SubscriberRow parse(CsvRow row) {
        if (row.isBlank()) {
            return new Blank();
        }
        String fault = row.fault();
        EmailAddress address;
        try {
            address = address(row);
        } catch (IllegalArgumentException e) {
            return new Bad(fault == null ? String.valueOf(e.getMessage()) : fault, null);
        }
        try {
            return fault == null ? person(address, row) : new Bad(fault, address.canonical());
        } catch (IllegalArgumentException e) {
            return new Bad(String.valueOf(e.getMessage()), address.canonical());
        }
    }

    private EmailAddress address(CsvRow row) {
        String email = columns.cell(row, Columns.EMAIL);
        if (email.isBlank()) {
            throw new IllegalArgumentException("the email is missing");
        }
        return EmailAddress.parse(email);
    }

    private SubscriberRow person(EmailAddress address, CsvRow row) {
        Consent consent =
                new Consent(name(row, "consent_source"), FieldRules.time(columns.cell(row, "consent_at"), zone));
        if (requireConsent && !consent.isComplete()) {
            return new Bad("consent_source and consent_at must both be there", address.canonical());
        }
        Profile profile = new Profile(
                name(row, "first_name"),
                name(row, "last_name"),
                language(columns.cell(row, "language")),
                FieldRules.timeZone(columns.cell(row, "time_zone")),
                FieldRules.topics(columns.cell(row, "topics")),
                FieldRules.frequency(columns.cell(row, "frequency")),
                attributes(row));
        return new Person(address, address.canonical(), profile, consent);
    }

    private @Nullable String name(CsvRow row, String column) {
        String name = Cells.line(columns.cell(row, column), LONGEST_NAME);
        return name.isEmpty() ? null : name;
    }

    private @Nullable String language(String cell) {
        String known = languages.get(cell);
        if (known != null) {
            return known;
        }
        String language = FieldRules.language(cell);
        if (language != null && languages.size() < MOST_LANGUAGES) {
            languages.put(cell, language);
        }
        return language;
    }

    private String attributes(CsvRow row) {
        TreeMap<String, String> attributes = new TreeMap<>();
        columns.attributes().forEach((name, column) -> {
            String text = Cells.lines(row.cell(column));
            if (!text.isEmpty()) {
                attributes.put(name, text);
            }
        });
        return Attributes.write(attributes);
    }
}
