package org.mailround.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.mailround.rfc.EmailAddress;

/** A mail of ours that was kept as a file. */
public final class MailFile {

    /** More than the header of any mail that this program writes: its one recipient stands there. */
    private static final int HEADER = 1 << 16;

    private MailFile() {}

    /** Whether it names that address; not if it is gone meanwhile. */
    public static boolean isTo(Path file, EmailAddress address) {
        try (InputStream octets = Files.newInputStream(file)) {
            return address.isNamedIn(new String(octets.readNBytes(HEADER), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read.", e);
        }
    }
}
