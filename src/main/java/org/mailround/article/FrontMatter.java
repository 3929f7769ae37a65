package org.mailround.article;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * What stands between two lines of {@code ---} at the head of a file.
 *
 * @param values by key in lower case
 * @param body what follows
 */
record FrontMatter(Map<String, Object> values, String body) {

    private static final Pattern BLOCK =
            Pattern.compile("---[ \\t]*\\n(.*?\\n)??(---|\\.\\.\\.)[ \\t]*(\\n(?<body>.*))?", Pattern.DOTALL);

    /**
     * @param text with LF at the end of lines
     * @throws UnreadableException if it begins and never ends, or is no YAML
     */
    static FrontMatter of(String text) throws UnreadableException {
        if (!text.startsWith("---\n") && !text.startsWith("--- ")) {
            return new FrontMatter(Map.of(), text);
        }
        Matcher block = BLOCK.matcher(text);
        if (!block.matches()) {
            throw new UnreadableException("its front matter begins with --- and does not end: write --- below it");
        }
        String body = block.group("body");
        return new FrontMatter(values(block.group(1) == null ? "" : block.group(1)), body == null ? "" : body);
    }

    /** The value as text; null where there is none. */
    @Nullable
    String text(String key) throws UnreadableException {
        Object value = values.get(key);
        if (value instanceof Map || value instanceof List) {
            throw new UnreadableException(
                    "%s in its front matter is not one line of text: put the value in quotes".formatted(key));
        }
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }

    /** The values of a YAML list, or of a line separated by commas or bars. */
    List<String> list(String key) {
        Object value = values.get(key);
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value == null ? List.of() : Arrays.asList(value.toString().split("[,|]"));
    }

    private static Map<String, Object> values(String yaml) throws UnreadableException {
        try {
            Object loaded = yaml().load(yaml);
            if (loaded == null) {
                return Map.of();
            }
            if (!(loaded instanceof Map<?, ?> map)) {
                throw new UnreadableException("its front matter is not made of lines such as title: Sleep well");
            }
            Map<String, Object> values = new HashMap<>();
            map.forEach((key, value) -> {
                if (value != null) {
                    values.put(String.valueOf(key).toLowerCase(Locale.ROOT), value);
                }
            });
            return values;
        } catch (MarkedYAMLException e) {
            // Not the parser's own words: they quote the text.
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 2;
            throw new UnreadableException(
                    "its front matter cannot be read at line %d: put a value that holds : or # in quotes"
                            .formatted(line),
                    e);
        } catch (YAMLException e) {
            throw new UnreadableException(
                    "its front matter cannot be read: write it as lines such as title: Sleep well", e);
        }
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(10);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new TextAlone());
    }

    /** YAML in which {@code title: 2024}, {@code title: No} and dates are the text that was written. */
    private static final class TextAlone extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }
}
