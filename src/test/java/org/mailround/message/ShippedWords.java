package org.mailround.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of words as it is shipped. */
final class ShippedWords {

    private ShippedWords() {}

    static String of(String language) {
        try {
            return Files.readString(Path.of("templates/words_" + language + ".properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
