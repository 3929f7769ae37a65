package org.mailround.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** A folder of keys: files named {@code NAME.key}, each a secret in Base64 that its owner alone may read. */
class KeyFolder {

    private static final String SUFFIX = ".key";
    private static final int OCTETS = 32;

    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder;
    }

    /** The keys that are there, in no order. */
    List<Key> keys() {
        return keyFiles().stream().map(KeyFolder::read).toList();
    }

    /** When a key was added or taken away last; costs as much as a look at one file. */
    FileTime changedAt() {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Two processes may start at once on a new folder: the lock makes one of them write, the other read. */
    void createFirst() {
        try {
            Files.createDirectories(folder);
            if (!keyFiles().isEmpty()) {
                return;
            }
            Path file = file(1);
            try (FileChannel channel = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && channel.size() == 0) {
                    restrictToOwner(file);
                    write(channel);
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Adds a key that is newer than all that are there. It is whole from the moment that it has its name. */
    void createNext() {
        try {
            Path fresh = Files.createTempFile(folder, "next", ".tmp");
            try {
                restrictToOwner(fresh);
                try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                    write(channel);
                }
                name(fresh);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A key cannot be made in " + folder + ".", e);
        }
    }

    private void name(Path fresh) throws IOException {
        for (int number = highest() + 1; ; number++) {
            try {
                Files.move(fresh, file(number));
                return;
            } catch (FileAlreadyExistsException e) {
                // another process makes one at the same moment: this is the next but one
                continue;
            }
        }
    }

    private int highest() {
        return keyFiles().stream()
                .map(KeyFolder::nameOf)
                .filter(name -> name.matches("\\d{1,9}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    private Path file(int number) {
        return folder.resolve("%04d%s".formatted(number, SUFFIX));
    }

    private List<Path> keyFiles() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Key read(Path file) {
        try {
            byte[] secret = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            return Key.of(nameOf(file), secret);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " is no key of this program: put the original back", e);
        }
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private static void write(FileChannel channel) throws IOException {
        byte[] secret = new byte[OCTETS];
        new SecureRandom().nextBytes(secret);
        channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(secret)));
        channel.force(true);
    }

    private static void restrictToOwner(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("The keys in " + folder + " cannot be read.", e);
    }
}
