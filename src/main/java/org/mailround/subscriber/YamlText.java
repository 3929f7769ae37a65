package org.mailround.subscriber;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML whose every value is the text that somebody typed. */
final class YamlText {

    private static final int LARGEST = 100_000;

    private YamlText() {}

    /**
     * The keys of the file with their values: text, lists and maps.
     *
     * @throws UnreadableCsvException if it cannot be read, or is no map of keys
     */
    static Map<String, Object> load(Path path) {
        Map<String, Object> values = new LinkedHashMap<>();
        try {
            if (Files.size(path) > LARGEST) {
                throw UnreadableCsvException.of(path, "is no mapping: it is longer than %d octets", LARGEST);
            }
            Object root = yaml().load(Files.readString(path, StandardCharsets.UTF_8));
            if (root instanceof Map<?, ?> map) {
                map.forEach((key, value) -> values.put(String.valueOf(key), value));
                return values;
            }
        } catch (MarkedYAMLException e) {
            throw UnreadableCsvException.of(
                    path,
                    "is not YAML: %s in line %d",
                    e.getProblem(),
                    e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1);
        } catch (YAMLException | IOException e) {
            throw UnreadableCsvException.of(
                    path, "cannot be read: check its permissions, and that it is YAML in UTF-8");
        }
        throw UnreadableCsvException.of(path, "has no keys: write at least one, such as “complete: false”");
    }

    /** Everything is text, as it is typed: YAML would make a date of 2024-05-31, and of a column named No a falsehood. */
    private static Yaml yaml() {
        LoaderOptions caps = new LoaderOptions();
        caps.setAllowDuplicateKeys(false);
        caps.setMaxAliasesForCollections(0);
        caps.setNestingDepthLimit(5);
        caps.setCodePointLimit(LARGEST);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(caps), new Representer(unused), unused, caps, new Resolver() {
            @Override
            public Tag resolve(NodeId kind, String value, boolean implicit) {
                return kind == NodeId.scalar ? Tag.STR : super.resolve(kind, value, implicit);
            }
        });
    }
}
