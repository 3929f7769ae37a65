package org.mailround.subscriber;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The files in {@code subscribers/}: one a list, whose name is the file's without its ending, in lower case. */
@Component
public class SubscriberFiles {

    private static final String ENDING = ".csv";

    private final Path folder;

    SubscriberFiles(@Value("${mailround.home:.}") Path home) {
        this.folder = home.resolve("subscribers");
    }

    /**
     * Every {@code *.csv}, by list; none where the folder is missing.
     *
     * @throws UnreadableCsvException if a file's name cannot name a list, or two name the same one
     */
    public List<SubscriberFile> all() {
        Map<String, SubscriberFile> byList = new TreeMap<>();
        for (Path path : csvFiles()) {
            String list = listOf(path);
            SubscriberFile other = byList.put(list, new SubscriberFile(list, path));
            if (other != null) {
                throw UnreadableCsvException.of(path, "and %s name the same list: rename one of them", other.path());
            }
        }
        return new ArrayList<>(byList.values());
    }

    /** The file of this list, if there is one. */
    public Optional<Path> find(String list) {
        return all().stream()
                .filter(file -> file.list().equals(list.toLowerCase(Locale.ROOT)))
                .map(SubscriberFile::path)
                .findFirst();
    }

    /**
     * The list that a file fills by its name.
     *
     * @throws UnreadableCsvException if the file's name cannot name a list
     */
    public static String listOf(Path file) {
        String stem = stem(file);
        if (!ListNames.isValid(stem)) {
            throw UnreadableCsvException.of(file, "cannot name a list: rename it, using %s", ListNames.RULE);
        }
        return ListNames.normalise(stem);
    }

    /**
     * What the clinic has written down about this file: beside it, or else about its list in the folder of lists.
     *
     * @throws UnreadableCsvException if it cannot be understood
     */
    Mapping mapping(Path file, String list) {
        return Stream.of(file.toAbsolutePath().resolveSibling(stemAsWritten(file)), folder.resolve(list))
                .flatMap(stem -> Stream.of(stem + ".yaml", stem + ".yml"))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(MappingFile::read)
                .orElse(Mapping.NONE);
    }

    /** Whether a mapping is written down for the list itself, and so is found for each of its files. */
    boolean isOf(String list, Path mapping) {
        return mapping.toAbsolutePath()
                        .normalize()
                        .startsWith(folder.toAbsolutePath().normalize())
                && stem(Path.of(mapping.getFileName().toString().replaceFirst("\\.ya?ml$", ".csv")))
                        .equals(list);
    }

    private static String stemAsWritten(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, stem(file).length());
    }

    static String stem(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    private List<Path> csvFiles() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(SubscriberFiles::isList).sorted().toList();
        } catch (IOException e) {
            throw UnreadableCsvException.of(folder, "cannot be read: check its permissions");
        }
    }

    // Hidden ones are what editors and macOS leave behind (.~lock, ._news.csv).
    private static boolean isList(Path file) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(ENDING) && !name.startsWith(".") && Files.isRegularFile(file);
    }
}
