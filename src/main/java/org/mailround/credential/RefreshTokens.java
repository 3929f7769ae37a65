package org.mailround.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The refresh token that is good now: some providers give another with each access token, and the configured one is spent
 * then. The latest is kept in a file for its owner alone, until somebody configures another.
 */
class RefreshTokens {

    private static final Logger log = LoggerFactory.getLogger(RefreshTokens.class);

    private final String configured;
    private final Path file;
    private @Nullable String unkept;

    RefreshTokens(String configured, Path file) {
        this.configured = configured;
        this.file = file;
    }

    /** Read anew each time: another process may have been given another. */
    String current() {
        if (unkept != null) {
            return unkept;
        }
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return lines.size() == 2 && lines.get(0).equals(mark()) ? lines.get(1) : configured;
        } catch (NoSuchFileException e) {
            return configured;
        } catch (IOException e) {
            throw new UncheckedIOException("The file %s cannot be read: mend its rights.".formatted(file), e);
        }
    }

    /** The provider gave another. Where it cannot be kept, this process has it at least, and mail goes out. */
    void replaced(String given) {
        if (given.equals(current()) || given.lines().count() != 1) {
            return;
        }
        try {
            write(given);
            unkept = null;
        } catch (IOException e) {
            unkept = given;
            log.warn("The file {} cannot be written, and the new refresh token is lost when this ends", file, e);
        }
    }

    /** As a whole or not at all, whatever happens to the machine meanwhile. */
    private void write(String given) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(file.toAbsolutePath().getParent(), ".refresh-token", ".tmp", ownerOnly());
        try {
            Files.write(written, List.of(mark(), given), StandardCharsets.UTF_8);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Which configured one it follows, without telling it. */
    private String mark() {
        return DigestUtils.sha256Hex(configured);
    }
}
