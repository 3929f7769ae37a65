package org.mailround.subscriber;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Attributes as they are kept: a JSON object of strings with its keys in order, so that equal ones are equal text. */
final class Attributes {

    static final String NONE = "{}";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> TYPE = new TypeReference<>() {};

    private Attributes() {}

    static String write(Map<String, String> attributes) {
        return attributes.isEmpty() ? NONE : JSON.writeValueAsString(new TreeMap<>(attributes));
    }

    static String merge(String known, String told) {
        if (told.equals(NONE) || told.equals(known)) {
            return known;
        }
        if (known.equals(NONE)) {
            return told;
        }
        TreeMap<String, String> merged = JSON.readValue(known, TYPE);
        merged.putAll(JSON.readValue(told, TYPE));
        return write(merged);
    }
}
