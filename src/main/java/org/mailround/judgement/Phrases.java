package org.mailround.judgement;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of phrases in sections, of which the first one counts that has a phrase in a text. See phrases.txt for its form. */
public final class Phrases {

    /** What is in this section is struck out before anything is looked for. */
    private static final String SAYS_NOTHING = "says-nothing";

    private static final int LONGEST_TEXT = 20_000;

    /**
     * A phrase that was found.
     *
     * @param section what it means
     * @param start where it begins in the text
     */
    public record Found(String section, int start) {}

    private record Entry(int order, String section, Phrase phrase) {}

    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
    private final Map<String, List<Entry>> saysNothing = new HashMap<>();

    private Phrases() {}

    /** Reads a table from the class path. */
    public static Phrases read(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + resource);
            }
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Phrases of(String table) {
        Phrases phrases = new Phrases();
        String section = "";
        int order = 0;
        for (String line : table.lines().map(String::strip).toList()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
                order++;
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                phrases.add(new Entry(order, section, Phrase.of(line)));
            }
        }
        return phrases;
    }

    private void add(Entry entry) {
        Map<String, List<Entry>> index = entry.section().equals(SAYS_NOTHING) ? saysNothing : byFirstWord;
        entry.phrase()
                .first()
                .forEach(word ->
                        index.computeIfAbsent(word, w -> new ArrayList<>()).add(entry));
    }

    /** The phrase of the first section that has one in this text; of a long text only the beginning is read. */
    public @Nullable Found find(String text) {
        Words said = Words.of(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        List<String> words = said.words();
        strike(words);
        Entry best = null;
        int where = 0;
        for (int i = 0; i < words.size(); i++) {
            for (Entry entry : byFirstWord.getOrDefault(words.get(i), List.of())) {
                if ((best == null || entry.order() < best.order())
                        && entry.phrase().endIn(words, i) >= 0) {
                    best = entry;
                    where = said.starts().get(i);
                }
            }
        }
        return best == null ? null : new Found(best.section(), where);
    }

    /** Whether the text is a phrase of the table, and nothing else. */
    boolean isOne(String text) {
        List<String> words = Words.of(text).words();
        return !words.isEmpty()
                && byFirstWord.getOrDefault(words.get(0), List.of()).stream()
                        .anyMatch(entry -> entry.phrase().endIn(words, 0) == words.size());
    }

    private void strike(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            for (Entry entry : saysNothing.getOrDefault(words.get(i), List.of())) {
                int end = entry.phrase().endIn(words, i);
                for (int struck = i; struck < end; struck++) {
                    words.set(struck, Words.END);
                }
            }
        }
    }
}
