package org.mailround.subscriber;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Mapping}. What it does not understand is refused: a mistyped key would change who is on a list. */
final class MappingFile {

    private static final List<String> KEYS = List.of(
            "columns",
            "full-name-order",
            "ignore",
            "attributes",
            "delimiter",
            "encoding",
            "defaults",
            "date-format",
            "complete",
            "removal-limit",
            "household");
    private static final Set<String> WITH_DEFAULTS =
            Set.of("language", "consent_source", "consent_at", "consent_wording");

    private final Path path;
    private final Map<String, Object> values;

    private MappingFile(Path path, Map<String, Object> values) {
        this.path = path;
        this.values = values;
    }

    /** @throws UnreadableCsvException if something in it is not as it must be; the message names the key and the mend */
    static Mapping read(Path path) {
        MappingFile file = new MappingFile(path, YamlText.load(path));
        for (String key : file.values.keySet()) {
            if (!KEYS.contains(key)) {
                throw file.wrong(
                        "has the key “%s”, which means nothing here: write one of %s", key, String.join(", ", KEYS));
            }
        }
        return file.mapping();
    }

    private Mapping mapping() {
        return new Mapping(
                path,
                columns(),
                oneOf(
                        "full-name-order",
                        Map.of("first-last", FullName.Order.FIRST_LAST, "last-first", FullName.Order.LAST_FIRST),
                        FullName.Order.FIRST_LAST),
                names("ignore"),
                values.containsKey("attributes") ? names("attributes") : null,
                delimiter(),
                encoding(),
                defaults(),
                dateFormat(),
                truth("complete", false),
                removalLimit(),
                truth("household", true));
    }

    private Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        texts("columns").forEach((ours, theirs) -> {
            if (!Columns.isKnown(ours) && !ours.equals(Columns.FULL_NAME)) {
                throw wrong(
                        "has “%s” under columns, which is no column of ours: write one of %s, %s",
                        ours, Columns.FULL_NAME, String.join(", ", Columns.knownNames()));
            }
            if (columns.containsValue(Columns.normalise(theirs))) {
                throw wrong("names the column “%s” twice under columns: take one out", theirs);
            }
            columns.put(ours, Columns.normalise(theirs));
        });
        return Map.copyOf(columns);
    }

    private Map<String, String> defaults() {
        Map<String, String> defaults = texts("defaults");
        defaults.keySet().forEach(column -> {
            if (!WITH_DEFAULTS.contains(column)) {
                throw wrong(
                        "has “%s” under defaults, which can have none: write one of %s",
                        column, WITH_DEFAULTS.stream().sorted().collect(Collectors.joining(", ")));
            }
        });
        return defaults;
    }

    private @Nullable Character delimiter() {
        String text = text("delimiter");
        if (text == null) {
            return null;
        }
        Map<String, Character> named = Map.of("tab", '\t', "\\t", '\t', "comma", ',', "semicolon", ';', "pipe", '|');
        Character character = text.length() == 1 ? Character.valueOf(text.charAt(0)) : named.get(text);
        if (character == null || Character.isLetterOrDigit(character) || "\"\r\n@".indexOf(character) >= 0) {
            throw wrong("has “%s” as delimiter: write one character in quotes, such as \";\", or tab", text);
        }
        return character;
    }

    private @Nullable Charset encoding() {
        String name = text("encoding");
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw wrong(
                    "has “%s” as encoding: write one such as UTF-8, UTF-16LE or Windows-1252", String.valueOf(name));
        }
    }

    /** The calendar is taken at its word: 31/02 is no day, and not the 29th. */
    private @Nullable DateTimeFormatter dateFormat() {
        String pattern = text("date-format");
        try {
            return pattern == null
                    ? null
                    : new DateTimeFormatterBuilder()
                            .parseCaseInsensitive()
                            .appendPattern(pattern.replace('y', 'u'))
                            .toFormatter(Locale.ENGLISH)
                            .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw wrong(
                    "has “%s” as date-format: write one such as dd/MM/yyyy or dd.MM.yyyy HH:mm",
                    String.valueOf(pattern));
        }
    }

    private double removalLimit() {
        String text = text("removal-limit");
        if (text == null) {
            return Mapping.USUAL_LIMIT;
        }
        if (text.matches("\\d{1,3}(\\.\\d{1,3})? ?%")) {
            double percent = Double.parseDouble(text.substring(0, text.length() - 1));
            if (percent <= 100) {
                return percent;
            }
        }
        throw wrong("has “%s” as removal-limit: write a share of the list, such as 10%%", text);
    }

    private boolean truth(String key, boolean usual) {
        return oneOf(key, Map.of("true", true, "false", false), usual);
    }

    private <T> T oneOf(String key, Map<String, T> choices, T usual) {
        String text = text(key);
        T choice = text == null ? usual : choices.get(text);
        if (choice == null) {
            throw wrong(
                    "has “%s” as %s: write %s",
                    String.valueOf(text),
                    key,
                    choices.keySet().stream().sorted().collect(Collectors.joining(" or ")));
        }
        return choice;
    }

    private Set<String> names(String key) {
        Object value = values.get(key);
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(name -> Columns.normalise((String) name)).collect(Collectors.toUnmodifiableSet());
        }
        if (value != null) {
            throw wrong("has no list under %s: write the names of columns as [one, other]", key);
        }
        return Set.of();
    }

    private Map<String, String> texts(String key) {
        Object value = values.get(key);
        Map<String, String> texts = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, text) -> {
                if (!(name instanceof String) || !(text instanceof String) || ((String) text).isBlank()) {
                    throw wrong("has no text for %s under %s: write one behind the colon", String.valueOf(name), key);
                }
                texts.put((String) name, (String) text);
            });
        } else if (value != null) {
            throw wrong("has nothing to read under %s: write lines such as “  email: E-Mail” there", key);
        }
        return texts;
    }

    private @Nullable String text(String key) {
        Object value = values.get(key);
        if (value != null && (!(value instanceof String text) || text.isEmpty())) {
            throw wrong("has no value for %s: write one behind the colon, or take the line out", key);
        }
        return (String) value;
    }

    private UnreadableCsvException wrong(String complaint, Object... details) {
        return UnreadableCsvException.of(path, complaint, details);
    }
}
