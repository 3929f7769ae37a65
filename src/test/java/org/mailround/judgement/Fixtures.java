package org.mailround.judgement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Messages as they come back, and what each is to be judged. */
final class Fixtures {

    private static final Path FOLDER = Path.of("src/test/resources/judgement");

    private Fixtures() {}

    /** Of one recipient of one file. */
    record Expected(String file, String bounceClass, String recipient, String reason) {}

    static Stream<Expected> expected() {
        try {
            return Files.readAllLines(FOLDER.resolve("index.csv")).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cells -> new Expected(cells[0], cells[1], cells[2], cells[3]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> files() {
        return expected().map(Expected::file).distinct().toList();
    }

    static byte[] read(String file) {
        try {
            return Files.readAllBytes(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
