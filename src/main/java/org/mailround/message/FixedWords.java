package org.mailround.message;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The fixed words of all templates in one language, as a file in {@code templates/} has them. They are patterns of ICU,
 * because languages differ in their plurals.
 */
final class FixedWords {

    /** ICU takes what stands behind such a one literally; in “l'{0}” it is an apostrophe like any other. */
    private static final Pattern APOSTROPHE = Pattern.compile("(?<!')'(?=[{}#])");

    private final String file;
    private final boolean exists;
    private final Locale locale;
    private final Map<String, Phrase> phrases = new HashMap<>();

    private FixedWords(String file, boolean exists, String language) {
        this.file = file;
        this.exists = exists;
        this.locale = Locale.forLanguageTag(language);
    }

    /**
     * @param language a BCP 47 tag in lower case; without a file for it there are no words
     * @throws TemplateException if the file cannot be read
     */
    static FixedWords read(Path path, String language) {
        FixedWords words = new FixedWords("templates/" + path.getFileName(), Files.isRegularFile(path), language);
        if (words.exists) {
            words.read(path);
        }
        return words;
    }

    String language() {
        return locale.toLanguageTag().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return locale;
    }

    boolean isRightToLeft() {
        return ULocale.forLocale(locale).isRightToLeft();
    }

    Set<String> keys() {
        return new TreeSet<>(phrases.keySet());
    }

    /**
     * What stands there under a key.
     *
     * @throws BrokenWords if nothing does, or if it asks for more arguments than there are
     */
    String text(String key, Object... arguments) {
        Phrase phrase = phrases.get(key);
        if (phrase == null) {
            throw new BrokenWords(
                    exists
                            ? "there are no words “%s” in %s: write them there".formatted(key, file)
                            : "there are no words “%s”, as %s is missing: put it there, or set mailround.clinic.language to a language that has such a file"
                                    .formatted(key, file));
        }
        if (phrase.arguments() > arguments.length) {
            throw new BrokenWords("“%s” in %s, line %d, has {%d}, and nothing is given for it: take it out"
                    .formatted(key, file, phrase.line(), phrase.arguments() - 1));
        }
        try {
            return phrase.format().format(arguments);
        } catch (IllegalArgumentException e) {
            throw new BrokenWords("“%s” in %s, line %d, treats words as a number: write {0} without plural"
                    .formatted(key, file, phrase.line()));
        }
    }

    private void read(Path path) {
        String text;
        Properties properties = new Properties();
        try {
            // some editors begin a file with a mark that is no part of its text
            text = Files.readString(path).replace("\uFEFF", "");
            properties.load(new StringReader(text));
        } catch (CharacterCodingException e) {
            throw new TemplateException(file + " is not in UTF-8: save it as UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw new TemplateException(file + " has a \\u that four hexadecimal digits do not follow: correct it", e);
        }
        for (String key : properties.stringPropertyNames()) {
            phrases.put(key, phrase(properties.getProperty(key), line(text, key), key));
        }
    }

    private Phrase phrase(String pattern, int line, String key) {
        try {
            String plain = APOSTROPHE.matcher(Clean.line(pattern)).replaceAll("''");
            MessageFormat format = new MessageFormat(plain, ULocale.forLocale(locale));
            int arguments = format.getArgumentNames().stream()
                    .mapToInt(name -> Integer.parseInt(name) + 1)
                    .max()
                    .orElse(0);
            return new Phrase(format, arguments, line);
        } catch (IllegalArgumentException e) {
            throw new TemplateException(
                    "%s, line %d: “%s” cannot be read: correct what stands between its braces, such as {0}"
                            .formatted(file, line, key),
                    e);
        }
    }

    /** Properties do not tell where a key stands. */
    private static int line(String text, String key) {
        Pattern start = Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*[=:\\s].*");
        String[] lines = text.split("\r?\n", -1);
        return IntStream.range(0, lines.length)
                        .filter(i -> start.matcher(lines[i]).matches())
                        .findFirst()
                        .orElse(0)
                + 1;
    }

    /** Words that cannot be used. The message is for whoever edits them. */
    static class BrokenWords extends RuntimeException {

        BrokenWords(String message) {
            super(message);
        }
    }

    /** @param arguments how many it asks for */
    private record Phrase(MessageFormat format, int arguments, int line) {}
}
