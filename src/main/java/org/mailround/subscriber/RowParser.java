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

    static final int LONGEST_NAME = PersonalPreferences.LONGEST_NAME;

    private static final int LONGEST_WORDING = 2000;
    private static final int MOST_LANGUAGES = 100;

    private final Columns columns;
    private final Mapping mapping;
    private final ZoneId zone;
    private final boolean requireConsent;
    private final @Nullable StandingParser standings;
    private final Map<String, String> languages = new HashMap<>();

    /** @param zone the one that times without a zone are in */
    RowParser(Columns columns, Mapping mapping, ZoneId zone, boolean requireConsent) {
        this.columns = columns;
        this.mapping = mapping;
        this.zone = zone;
        this.requireConsent = requireConsent;
        this.standings = columns.has(ExportColumns.STATE) ? new StandingParser(columns, zone) : null;
    }

    SubscriberRow parse(CsvRow row) {
        if (row.isBlank()) {
            return new Blank();
        }
        String fault = row.fault();
        AddressCell cell;
        try {
            cell = AddressCell.read(columns.cell(row, Columns.EMAIL));
        } catch (IllegalArgumentException e) {
            return new Bad(fault == null ? String.valueOf(e.getMessage()) : fault, null);
        }
        try {
            return fault == null
                    ? person(cell, row)
                    : new Bad(fault, cell.address().canonical());
        } catch (IllegalArgumentException e) {
            return new Bad(String.valueOf(e.getMessage()), cell.address().canonical());
        }
    }

    private SubscriberRow person(AddressCell cell, CsvRow row) {
        EmailAddress address = cell.address();
        Standing standing = standings == null ? Standing.LISTED : standings.parse(row);
        Consent consent = new Consent(
                text(row, "consent_source", LONGEST_NAME),
                FieldRules.time("consent_at", columns.cell(row, "consent_at"), zone, mapping.dateFormat()),
                text(row, "consent_wording", LONGEST_WORDING));
        if (requireConsent && standing.isConfirmed() && !consent.isComplete()) {
            return new Bad("consent_source and consent_at must both be there", address.canonical());
        }
        FullName name = name(cell, row);
        Profile profile = new Profile(
                name.first(),
                name.last(),
                language(columns.cell(row, "language")),
                FieldRules.timeZone(columns.cell(row, "time_zone")),
                FieldRules.topics(columns.cell(row, "topics")),
                FieldRules.frequency(columns.cell(row, "frequency")),
                attributes(row));
        return new Person(row.line(), address, address.canonical(), profile, consent, standing);
    }

    /** From the columns of their own, else from the one that has both, else from before the address. */
    private FullName name(AddressCell cell, CsvRow row) {
        FullName own = new FullName(text(row, "first_name", LONGEST_NAME), text(row, "last_name", LONGEST_NAME));
        if (own.first() != null || own.last() != null) {
            return own;
        }
        String whole = Cells.line(columns.cell(row, Columns.FULL_NAME), LONGEST_NAME);
        if (!whole.isEmpty()) {
            return FullName.split(whole, mapping.nameOrder());
        }
        return cell.name() == null
                ? own
                : FullName.split(Cells.line(cell.name(), LONGEST_NAME), FullName.Order.FIRST_LAST);
    }

    private @Nullable String text(CsvRow row, String column, int longest) {
        String text = Cells.line(columns.cell(row, column), longest);
        return text.isEmpty() ? null : text;
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
