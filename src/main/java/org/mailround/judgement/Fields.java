package org.mailround.judgement;

import jakarta.mail.Header;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Header fields by their names, unfolded and decoded. Names are compared without case. */
final class Fields {

    private static final int MOST_FIELDS = 1_000;
    private static final int LONGEST_VALUE = 20_000;

    private final Map<String, List<String>> values = new HashMap<>();
    private int count;

    /** Those of a message or a part; of very many the first. */
    static Fields of(Enumeration<Header> headers) {
        Fields fields = new Fields();
        while (headers.hasMoreElements() && fields.count < MOST_FIELDS) {
            Header header = headers.nextElement();
            fields.add(header.getName(), header.getValue());
        }
        return fields;
    }

    /** Those that lines hold, up to the first empty one after a field; lines that are none are passed over. */
    static Fields of(List<String> lines) {
        Fields fields = new Fields();
        String name = null;
        StringBuilder value = new StringBuilder();
        for (String line : lines) {
            String next = nameIn(line);
            boolean isEnd = line.isBlank() && name != null;
            if (next != null || isEnd) {
                if (name != null) {
                    fields.add(name, value.toString());
                }
                value.setLength(0);
                name = next;
                if (isEnd) {
                    break;
                }
                value.append(line, line.indexOf(':') + 1, line.length());
            } else if (name != null && Character.isWhitespace(line.charAt(0)) && value.length() < LONGEST_VALUE) {
                value.append("\r\n").append(line);
            }
        }
        if (name != null) {
            fields.add(name, value.toString());
        }
        return fields;
    }

    /** The name of the field that begins in this line; null where none does. */
    static @Nullable String nameIn(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || colon > 60) {
            return null;
        }
        String name = line.substring(0, colon).stripTrailing();
        boolean isName = !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 127);
        return isName ? name : null;
    }

    void add(String name, @Nullable String value) {
        if (count < MOST_FIELDS) {
            count++;
            values.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                    .add(decoded(value == null ? "" : value));
        }
    }

    void addAll(Fields others) {
        others.values.forEach((name, all) ->
                values.computeIfAbsent(name, n -> new ArrayList<>()).addAll(all));
    }

    List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
    }

    @Nullable
    String first(String name) {
        List<String> all = values.get(name.toLowerCase(Locale.ROOT));
        return all == null || all.isEmpty() ? null : all.get(0);
    }

    boolean has(String name) {
        return values.containsKey(name.toLowerCase(Locale.ROOT));
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    private static String decoded(String value) {
        String bounded = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
        String line =
                String.join(" ", bounded.strip().lines().map(String::strip).toList());
        try {
            return MimeUtility.decodeText(line);
        } catch (UnsupportedEncodingException | RuntimeException e) {
            return line;
        }
    }
}
