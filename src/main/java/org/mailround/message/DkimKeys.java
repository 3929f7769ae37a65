package org.mailround.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.mailround.clinic.Sender;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The keys that are configured, or were made here: one file a selector, in the folder {@code dkim} of the data. */
@Component
public class DkimKeys {

    // RFC 8301 section 3.2; a longer one does not fit into what some servers of the DNS can hold
    private static final int BITS = 2048;

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("'mailround'uuuuMM", Locale.ROOT);

    private final DkimSettings settings;
    private final Dkim dkim;
    private final Clinic clinic;
    private final Sender sender;
    private final Clock clock;
    private final Path home;
    private final Path folder;

    DkimKeys(
            DkimSettings settings,
            Dkim dkim,
            Clinic clinic,
            Sender sender,
            Clock clock,
            @Value("${mailround.home}") Path home,
            @Value("${mailround.data-dir}") Path dataDirectory) {
        this.settings = settings;
        this.dkim = dkim;
        this.clinic = clinic;
        this.sender = sender;
        this.clock = clock;
        this.home = home.toAbsolutePath().normalize();
        this.folder = dataDirectory.toAbsolutePath().normalize().resolve("dkim");
    }

    /** Whether a key may have this name: letters, digits, hyphens, and dots within. */
    public static boolean isSelector(String name) {
        return DkimSettings.isSelector(name);
    }

    /** A name for a new key. It tells its month, so that one can see when another is due. */
    public String newSelector() {
        return MONTH.format(clock.instant().atZone(clinic.zone()));
    }

    /** The key that signs mail; empty where none is configured. */
    public Optional<DkimKeyFile> configured() {
        return dkim.key().map(key -> new DkimKeyFile(key, written(settings.key())));
    }

    /**
     * The key of this name: the configured one, or one that was made here.
     *
     * @throws IllegalArgumentException if there is something else in its file
     */
    public Optional<DkimKeyFile> find(String selector) {
        Optional<DkimKeyFile> configured = configured();
        if (configured.isPresent() && configured.get().key().selector().equals(selector)) {
            return configured;
        }
        Path file = file(selector);
        return Files.exists(file)
                ? Optional.of(keyFile(selector, RsaKeyFile.read("mailround.dkim.key", file)))
                : Optional.empty();
    }

    /**
     * Makes a key. Its file is readable to its owner alone, complete or not there.
     *
     * @param replacing whether it takes the place of one of the same name; if not, and another process was faster, the
     *     key is that other's
     * @throws UncheckedIOException if it cannot be written
     */
    public DkimKeyFile create(String selector, boolean replacing) {
        RSAPrivateCrtKey key = generate();
        Path file = file(selector);
        try {
            Files.createDirectories(folder, onlyOwner("rwx------"));
            Path draft = Files.createTempFile(folder, selector + "-", ".tmp", onlyOwner("rw-------"));
            try {
                write(draft, pem(key));
                if (replacing) {
                    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                } else {
                    // a record that somebody was already told to publish must go on being that of the file
                    place(draft, file);
                }
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (FileAlreadyExistsException e) {
            return find(selector).orElseThrow(() -> unwritable(file, e));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
        return keyFile(selector, key);
    }

    private static void place(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            // not every file system has links
            Files.move(draft, file);
        }
    }

    private static UncheckedIOException unwritable(Path file, IOException cause) {
        return new UncheckedIOException(
                "The key %s cannot be written: mend the rights of its folder.".formatted(file), cause);
    }

    private static RSAPrivateCrtKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM makes RSA keys", e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer octets = StandardCharsets.US_ASCII.encode(text);
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
            channel.force(true);
        }
    }

    private static String pem(RSAPrivateCrtKey key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static FileAttribute<?>[] onlyOwner(String rights) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private DkimKeyFile keyFile(String selector, RSAPrivateCrtKey key) {
        return new DkimKeyFile(
                DkimKey.of(sender.from().address().domain(), selector, key),
                written(file(selector).toString()));
    }

    private Path file(String selector) {
        return folder.resolve(selector + ".pem");
    }

    private String written(@Nullable String path) {
        Path file = home.resolve(path == null ? "" : path).normalize();
        return (file.startsWith(home) ? home.relativize(file) : file).toString().replace('\\', '/');
    }
}
