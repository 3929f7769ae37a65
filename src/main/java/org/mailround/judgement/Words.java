package org.mailround.judgement;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text, so that they can be compared: without capitals, accents, punctuation, addresses and host names, which
 * may be called anything. Time and room are linear.
 *
 * @param starts where in the text each word begins
 */
record Words(List<String> words, List<Integer> starts) {

    /** The end of a sentence; no phrase goes beyond it. */
    static final String END = ".";

    /** No word is that long; encoded data is. */
    private static final int LONGEST_CHUNK = 500;

    static Words of(String text) {
        Words words = new Words(new ArrayList<>(), new ArrayList<>());
        int at = 0;
        boolean blankLine = false;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                if (text.charAt(at) == '\n') {
                    if (blankLine) {
                        words.add(END, at);
                    }
                    blankLine = true;
                }
                at++;
                continue;
            }
            blankLine = false;
            int end = at;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            words.addChunk(text.substring(at, end), at);
            at = end;
        }
        return words;
    }

    /** What stands between two blanks. */
    private void addChunk(String whole, int start) {
        String chunk = whole.length() > LONGEST_CHUNK ? whole.substring(0, LONGEST_CHUNK) : whole;
        int at = 0;
        int url = chunk.indexOf("://");
        int address = url >= 0 ? -1 : chunk.indexOf('@', 1);
        while (address > at) {
            addParts(chunk.substring(at, startOf(chunk, at, address)), start + at);
            at = endOf(chunk, address + 1);
            address = chunk.indexOf('@', at + 1);
        }
        addParts(chunk.substring(at, url >= 0 ? startOf(chunk, at, url) : chunk.length()), start + at);
        int last = words.size() - 1;
        if (chunk.indexOf('[') >= 0 && last >= 0 && words.get(last).equals("host")) {
            // “host mx.example.org[192.0.2.1]: unknown user” speaks of no unknown host
            words.set(last, END);
        }
        if (".!?。".indexOf(chunk.charAt(chunk.length() - 1)) >= 0) {
            add(END, start + chunk.length() - 1);
        }
    }

    private static int startOf(String chunk, int from, int at) {
        int start = at;
        while (start > from && "<>()[]{}:;,\"'“”".indexOf(chunk.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    private static int endOf(String chunk, int at) {
        int end = at;
        while (end < chunk.length()
                && (Character.isLetterOrDigit(chunk.charAt(end)) || ".-_".indexOf(chunk.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private void addParts(String chunk, int start) {
        int at = 0;
        while (at < chunk.length()) {
            int end = at;
            while (end < chunk.length()
                    && (Character.isLetterOrDigit(chunk.charAt(end)) || ".-'’".indexOf(chunk.charAt(end)) >= 0)) {
                end++;
            }
            if (end > at) {
                String part = chunk.substring(at, end);
                if (!HostNames.isOne(part)) {
                    addPart(part, start + at);
                }
            }
            at = end + 1;
        }
    }

    private void addPart(String part, int start) {
        String plain = part.toLowerCase(Locale.ROOT).replace('’', '\'');
        if (plain.equals("cannot") || plain.equals("can't")) {
            add("can", start);
            add("not", start);
        } else if (plain.endsWith("n't")) {
            add(plain.substring(0, plain.length() - 3), start);
            add("not", start);
        } else {
            addWords(plain, start);
        }
    }

    private void addWords(String part, int start) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (isCharacterAWord(c)) {
                flush(word, start);
                add(String.valueOf(c), start + i);
            } else if (Character.isLetterOrDigit(c)) {
                word.append(c);
            } else {
                flush(word, start);
            }
        }
        flush(word, start);
    }

    private static boolean isCharacterAWord(char c) {
        // from Hiragana to the end of the Han and Hangul blocks
        return c >= '\u3040' && c <= '\ud7a3';
    }

    private void flush(StringBuilder word, int start) {
        // codes are read elsewhere, and the lines of a long reply begin with one each
        boolean isNumber = word.length() < 4 && word.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!word.isEmpty() && !isNumber) {
            add(plain(word.toString()), start);
        }
        word.setLength(0);
    }

    private static String plain(String word) {
        boolean isAscii = word.chars().allMatch(c -> c < 128);
        return isAscii
                ? word
                : Normalizer.normalize(word, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "")
                        .replace("ß", "ss")
                        .replace("ł", "l")
                        .replace("ı", "i");
    }

    private void add(String word, int start) {
        words.add(word);
        starts.add(start);
    }
}
