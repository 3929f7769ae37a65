package org.mailround.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The languages that mails are written in: those that have a file of words, {@code templates/words_de.properties}. */
@Component
class Languages {

    private static final Pattern FILE = Pattern.compile("words_([A-Za-z]{2,3}(?:_[A-Za-z0-9]{2,8})*+)\\.properties");

    private final Path folder;
    private final Clinic clinic;

    Languages(@Value("${mailround.home}") Path home, Clinic clinic) {
        this.folder = home.resolve("templates");
        this.clinic = clinic;
    }

    /** All of them, as BCP 47 tags in lower case. */
    Set<String> spoken() {
        return files().keySet();
    }

    private Map<String, Path> files() {
        Map<String, Path> found = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Matcher name = FILE.matcher(file.getFileName().toString());
                    if (name.matches()) {
                        found.put(name.group(1).replace('_', '-').toLowerCase(Locale.ROOT), file);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The folder " + folder + " cannot be read.", e);
            }
        }
        return found;
    }

    /** The one for people who did not say what they read. It may be one without words, where templates use none. */
    String usual() {
        return usual(spoken());
    }

    /** Those that people who read these languages need: the usual one, and others in alphabetical order. */
    List<String> needed(Set<String> read) {
        Set<String> spoken = spoken();
        Set<String> others = new TreeSet<>();
        read.forEach(range -> {
            String found = lookup(range, spoken);
            if (found != null) {
                others.add(found);
            }
        });
        Set<String> needed = new LinkedHashSet<>();
        needed.add(usual(spoken));
        needed.addAll(others);
        return new ArrayList<>(needed);
    }

    /** The one for a person, by what they read; null where that is not known. */
    String of(@Nullable String read) {
        Set<String> spoken = spoken();
        String found = read == null ? null : lookup(read, spoken);
        return found == null ? usual(spoken) : found;
    }

    /** @throws TemplateException if their file cannot be read */
    FixedWords words(String language) {
        Path usualFile = folder.resolve("words_" + language.replace('-', '_') + ".properties");
        return FixedWords.read(files().getOrDefault(language, usualFile), language);
    }

    private String usual(Set<String> spoken) {
        String found = lookup(clinic.language(), spoken);
        return found == null ? clinic.language().toLowerCase(Locale.ROOT) : found;
    }

    /** RFC 4647 section 3.4: the most specific first. */
    private static @Nullable String lookup(String range, Set<String> spoken) {
        String tag = range.toLowerCase(Locale.ROOT);
        while (!tag.isEmpty() && !spoken.contains(tag)) {
            tag = tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
        }
        return tag.isEmpty() ? null : tag;
    }
}
