package org.mailround.subscriber;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the columns of a file mean.
 *
 * @param header every column as the file names it
 * @param known where the columns are that every list may have
 * @param attributes where the others are, by name
 * @param first 2 in a reject file, which has {@code line} and {@code reason} in front; else 0
 */
record Columns(List<String> header, Map<String, Integer> known, Map<String, Integer> attributes, int first) {

    static final String EMAIL = "email";

    private static final Set<String> KNOWN = Set.of(
            EMAIL,
            "first_name",
            "last_name",
            "language",
            "time_zone",
            "topics",
            "frequency",
            "consent_source",
            "consent_at");
    private static final int LONGEST_NAME = 100;
    private static final int MOST_SHOWN = 10;

    /** @throws UnreadableCsvException if there is no column of addresses, or a known column stands twice */
    static Columns of(Path file, List<String> header) {
        List<String> names = header.stream().map(Columns::normalise).toList();
        int first = names.size() > 2 && names.subList(0, 2).equals(List.of("line", "reason")) ? 2 : 0;
        Map<String, Integer> known = new LinkedHashMap<>();
        Map<String, Integer> attributes = new LinkedHashMap<>();
        for (int i = first; i < names.size(); i++) {
            String name = names.get(i);
            if (KNOWN.contains(name)) {
                if (known.put(name, i) != null) {
                    throw UnreadableCsvException.of(file, "has two columns named %s: rename one of them", name);
                }
            } else if (!name.isEmpty()) {
                attributes.putIfAbsent(name, i);
            }
        }
        if (!known.containsKey(EMAIL)) {
            throw withoutEmail(file, names);
        }
        return new Columns(List.copyOf(header), Map.copyOf(known), new LinkedHashMap<>(attributes), first);
    }

    int count() {
        return header.size();
    }

    /** The cell of this column; "" where the file has no such column. */
    String cell(CsvRow row, String name) {
        return row.cell(known.getOrDefault(name, -1));
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

    private static String normalise(String name) {
        return Cells.line(name, LONGEST_NAME).toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
    }

    private static UnreadableCsvException withoutEmail(Path file, List<String> names) {
        // the first row may be a person: whose address belongs in no message
        if (names.stream().anyMatch(name -> name.contains("@"))) {
            return UnreadableCsvException.of(
                    file,
                    "begins with a person and not with a header: put a row in front that names the columns, one of them email");
        }
        List<String> shown = new ArrayList<>(names.subList(0, Math.min(names.size(), MOST_SHOWN)));
        if (names.size() > MOST_SHOWN) {
            shown.add("…");
        }
        return UnreadableCsvException.of(
                file,
                "has no column named email: rename the one that holds the addresses. Its columns are: %s",
                shown.stream().map(name -> Cells.line(name, 40)).collect(Collectors.joining(", ")));
    }
}
