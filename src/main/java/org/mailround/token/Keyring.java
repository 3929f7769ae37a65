package org.mailround.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of one house: files named {@code NAME.key} in a folder, each a secret in Base64. The first start makes one;
 * the newest name signs, and every key that is still there verifies.
 */
class Keyring {

    private static final String SUFFIX = ".key";
    private static final String FIRST = "0001";

    private final List<Key> newestFirst;

    Keyring(Path folder) {
        try {
            Files.createDirectories(folder);
            createFirstKey(folder);
            this.newestFirst = load(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the keys in " + folder, e);
        }
    }

    Key current() {
        return newestFirst.get(0);
    }

    /** The key that identifies addresses after erasure: always the oldest, or a hash would change with a new key. */
    Key oldest() {
        return newestFirst.get(newestFirst.size() - 1);
    }

    List<Key> all() {
        return newestFirst;
    }

    Key named(String name) {
        for (Key key : newestFirst) {
            if (key.name().equals(name)) {
                return key;
            }
        }
        throw new IllegalStateException("the key file %s%s is missing".formatted(name, SUFFIX));
    }

    private static void createFirstKey(Path folder) throws IOException {
        if (!keyFiles(folder).isEmpty()) {
            return;
        }
        // Two processes may start at once on a new folder: the lock makes one of them write, the other read.
        Path file = folder.resolve(FIRST + SUFFIX);
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && channel.size() == 0) {
                restrictToOwner(file);
                byte[] secret = new byte[32];
                new SecureRandom().nextBytes(secret);
                channel.write(ByteBuffer.wrap(Base64.getEncoder().encode(secret)));
                channel.force(true);
            }
        }
    }

    private static List<Key> load(Path folder) throws IOException {
        return keyFiles(folder).stream()
                .sorted(Comparator.comparing(Path::getFileName).reversed())
                .map(Keyring::read)
                .toList();
    }

    private static List<Path> keyFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .toList();
        }
    }

    private static Key read(Path file) {
        String name = file.getFileName().toString();
        try {
            byte[] secret = Base64.getDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            return Key.of(name.substring(0, name.length() - SUFFIX.length()), secret);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(file + " is no key of this program: put the original back", e);
        }
    }

    private static void restrictToOwner(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
