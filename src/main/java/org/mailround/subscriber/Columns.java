package org.mailround.subscriber;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file mean.
 *
 * @param header every column as the file names it
 * @param known where the columns are that every list may have
 * @param attributes where the others are, by name
 * @param defaults what a blank cell of a known column stands for
 * @param first 2 in a reject file, which has {@code line} and {@code reason} in front; else 0
 */
record Columns(
        List<String> header,
        Map<String, Integer> known,
        Map<String, Integer> attributes,
        Map<String, String> defaults,
        int first) {

    static final String EMAIL = "email";

    /** Only a mapping can say that a column has first and last names in one. */
    static final String FULL_NAME = "full_name";

    /** Says that this is an attribute, whatever it is called; for exports of attributes that are called like a column. */
    static final String ATTRIBUTE = "attribute:";

    private static final List<String> KNOWN = List.of(
            EMAIL,
            "first_name",
            "last_name",
            "language",
            "time_zone",
            "topics",
            "frequency",
            "consent_source",
            "consent_at",
            "consent_wording");
    private static final int LONGEST_NAME = 100;
    private static final int MOST_SHOWN = 10;

    /** @throws UnreadableCsvException if there is no column of addresses, or a known column stands twice */
    static Columns of(Path file, List<String> header) {
        return of(file, header, Mapping.NONE);
    }

    /** @throws UnreadableCsvException also if the file has not all the columns that the mapping speaks of */
    static Columns of(Path file, List<String> header, Mapping mapping) {
        List<String> names = header.stream().map(Columns::normalise).toList();
        requireAll(file, names, mapping);
        boolean exported = names.contains(ExportColumns.STATE);
        Map<String, String> ours = new HashMap<>();
        mapping.columns().forEach((our, theirs) -> ours.put(theirs, our));
        int first = names.size() > 2 && names.subList(0, 2).equals(List.of("line", "reason")) ? 2 : 0;
        Map<String, Integer> known = new LinkedHashMap<>();
        Map<String, Integer> attributes = new LinkedHashMap<>();
        for (int i = first; i < names.size(); i++) {
            String name = names.get(i);
            if (ours.containsKey(name)) {
                putOnce(file, known, Objects.requireNonNull(ours.get(name)), i);
            } else if (mapping.ignore().contains(name) || mapping.columns().containsKey(name)) {
                continue;
            } else if (KNOWN.contains(name) || (exported && ExportColumns.STANDING.contains(name))) {
                putOnce(file, known, name, i);
            } else if (!name.isEmpty() && isWanted(name, mapping.attributes())) {
                attributes.putIfAbsent(name.startsWith(ATTRIBUTE) ? name.substring(ATTRIBUTE.length()) : name, i);
            }
        }
        if (!known.containsKey(EMAIL)) {
            throw withoutEmail(file, names);
        }
        return new Columns(
                List.copyOf(header), Map.copyOf(known), new LinkedHashMap<>(attributes), mapping.defaults(), first);
    }

    static List<String> knownNames() {
        return KNOWN;
    }

    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    /** The name that two spellings of a column share: “E-Mail Address”, {@code e_mail_address}. */
    static String normalise(String name) {
        String lower = Cells.line(name, LONGEST_NAME).toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
        return Cells.line(lower, LONGEST_NAME);
    }

    int count() {
        return header.size();
    }

    boolean has(String name) {
        return known.containsKey(name);
    }

    /** The cell of this column, or what a blank one stands for; "" where the file has no such column. */
    String cell(CsvRow row, String name) {
        String cell = row.cell(known.getOrDefault(name, -1));
        String otherwise = defaults.get(name);
        return otherwise == null || !cell.isBlank() ? cell : otherwise;
    }

    /** The file's own columns, without those that a reject file has in front. */
    List<String> original() {
        return header.subList(first, header.size());
    }

    /** The row's cells under {@link #original()}. */
    List<String> cellsOf(CsvRow row) {
        int from = Math.min(first, row.cells().size());
        return row.cells().subList(from, row.cells().size());
    }

    private static boolean isWanted(String name, @Nullable Set<String> only) {
        return only == null || only.contains(name);
    }

    private static void putOnce(Path file, Map<String, Integer> known, String name, int column) {
        if (known.put(name, column) != null) {
            throw UnreadableCsvException.of(file, "has two columns named %s: rename one of them", name);
        }
    }

    /** Ignored ones too: under a new name, what must not be kept would be. */
    private static void requireAll(Path file, List<String> names, Mapping mapping) {
        Map<String, String> wanted = new LinkedHashMap<>();
        mapping.ignore().forEach(column -> wanted.put(column, "ignore"));
        mapping.columns().values().forEach(column -> wanted.put(column, "columns"));
        wanted.forEach((column, key) -> {
            if (!names.contains(column)) {
                requireHeader(file, names);
                throw UnreadableCsvException.of(
                        file,
                        "has no column named %s, of which %s speaks under %s: mend it there, as the file has: %s",
                        column,
                        Objects.requireNonNull(mapping.file()),
                        key,
                        shown(names));
            }
        });
    }

    private static UnreadableCsvException withoutEmail(Path file, List<String> names) {
        requireHeader(file, names);
        return UnreadableCsvException.of(
                file,
                "has no column named email: rename the one that holds the addresses. Its columns are: %s",
                shown(names));
    }

    /** The first row may be a person: whose address belongs in no message. */
    private static void requireHeader(Path file, List<String> names) {
        if (names.stream().anyMatch(name -> name.contains("@"))) {
            throw UnreadableCsvException.of(
                    file,
                    "begins with a person and not with a header: put a row in front that names the columns, one of them email");
        }
    }

    private static String shown(List<String> names) {
        List<String> shown = new ArrayList<>(names.subList(0, Math.min(names.size(), MOST_SHOWN)));
        if (names.size() > MOST_SHOWN) {
            shown.add("…");
        }
        return shown.stream().map(name -> Cells.line(name, 40)).collect(Collectors.joining(", "));
    }
}
