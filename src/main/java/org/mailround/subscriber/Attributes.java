package org.mailround.subscriber;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Attributes as they are kept: a JSON object of strings with its keys in order, so that equal ones are equal text. */
public final class Attributes {

    static final String NONE = "{}";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> TYPE = new TypeReference<>() {};

    private Attributes() {}

    static String write(Map<String, String> attributes) {
        return attributes.isEmpty() ? NONE : json(new TreeMap<>(attributes));
    }

    private static String json(TreeMap<String, String> attributes) {
        StringBuilder json = new StringBuilder(128);
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            if (!isPlain(attribute.getKey()) || !isPlain(attribute.getValue())) {
                return JSON.writeValueAsString(attributes);
            }
            json.append(json.isEmpty() ? "{\"" : ",\"").append(attribute.getKey());
            json.append("\":\"").append(attribute.getValue()).append('"');
        }
        return json.append('}').toString();
    }

    /** Whether JSON has the text as it is: most have no quotation mark, and asking the mapper costs ten times as much. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c > '\u00FF') {
                return false;
            }
        }
        return true;
    }

    /** The attributes by name, from the text that they are kept as. */
    public static Map<String, String> read(String json) {
        return JSON.readValue(json, TYPE);
    }

    static String merge(String known, String told) {
        if (told.equals(NONE) || told.equals(known)) {
            return known;
        }
        if (known.equals(NONE)) {
            return told;
        }
        Map<String, String> merged = read(known);
        merged.putAll(read(told));
        return write(merged);
    }
}
