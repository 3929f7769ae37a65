package org.mailround.subscriber;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * What tells that a file is still the one that was begun to be read.
 *
 * @param size in octets
 */
record FileStamp(long size, FileTime modified) {

    /** @throws UnreadableCsvException if it cannot be looked at */
    static FileStamp of(Path file) {
        if (!Files.exists(file)) {
            throw UnreadableCsvException.of(file, "is not there: check its name");
        }
        try {
            return new FileStamp(Files.size(file), Files.getLastModifiedTime(file));
        } catch (IOException e) {
            throw UnreadableCsvException.of(file, "cannot be read: check its permissions");
        }
    }

    /** Whoever is missing in a file that is still being saved may be in it in a moment. */
    void requireUnchanged(Path file) {
        if (!equals(of(file))) {
            throw UnreadableCsvException.of(file, "changed while it was read: import it again");
        }
    }
}
