package org.mailround.subscriber;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** What staff say that the columns of a file hold, written down as a mapping is. */
public final class UploadMapping {

    /** What a column may hold that no list keeps: what is not wanted is not kept. */
    public static final String IGNORED = "ignored";

    /** It is kept as an attribute, under its own name. */
    public static final String ATTRIBUTE = "attribute";

    /** Everything that a column may hold, in the order in which people are asked. */
    public static final List<String> MEANINGS = List.of(
            Columns.EMAIL,
            "first_name",
            "last_name",
            Columns.FULL_NAME,
            "language",
            "time_zone",
            "topics",
            "frequency",
            "consent_source",
            "consent_at",
            "consent_wording",
            ATTRIBUTE,
            IGNORED);

    private UploadMapping() {}

    /**
     * Writes it.
     *
     * @param names the columns as the file has them
     * @param meanings of each, one of {@link #MEANINGS}
     * @throws IllegalArgumentException if no column holds addresses, or two hold the same
     */
    static void write(Path file, List<String> names, List<String> meanings) {
        Map<String, String> columns = new LinkedHashMap<>();
        List<String> attributes = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = Columns.normalise(names.get(i));
            String meaning = meanings.get(i);
            if (name.isEmpty()) {
                continue;
            }
            if (meaning.equals(ATTRIBUTE)) {
                attributes.add(name);
            } else if (!MEANINGS.contains(meaning) || meaning.equals(IGNORED)) {
                ignored.add(name);
            } else if (columns.put(meaning, name) != null) {
                throw new IllegalArgumentException("Two columns are said to hold the same (%s): choose one of them."
                        .formatted(meaning.replace('_', ' ')));
            }
        }
        if (!columns.containsKey(Columns.EMAIL)) {
            throw new IllegalArgumentException("Say which column holds the e-mail addresses.");
        }
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put("columns", columns);
        mapping.put("ignore", ignored.stream().distinct().toList());
        mapping.put("attributes", attributes.stream().distinct().toList());
        DumperOptions options = new DumperOptions();
        options.setDefaultScalarStyle(DumperOptions.ScalarStyle.DOUBLE_QUOTED);
        try {
            Files.writeString(file, new Yaml(options).dump(mapping));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written.", e);
        }
    }
}
