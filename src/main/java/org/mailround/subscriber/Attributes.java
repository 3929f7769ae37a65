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
        return attributes.isEmpty() ? NONE : JSON.writeValueAsString(new TreeMap<>(attributes));
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
