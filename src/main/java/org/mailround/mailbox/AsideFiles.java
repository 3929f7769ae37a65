package org.mailround.mailbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** Whole messages that a person should look at, each a file for the owner alone that is named by what is in it. */
class AsideFiles {

    private final Path folder;

    AsideFiles(Path folder) {
        this.folder = folder;
    }

    /** It is on the disk when this returns, as it is deleted elsewhere then. */
    void keep(Message message) throws IOException, MessagingException {
        Files.createDirectories(folder, ownerOnly("rwx------"));
        Path written = Files.createTempFile(folder, ".", ".tmp", ownerOnly("rw-------"));
        try {
            Files.move(written, folder.resolve(write(message, written) + ".eml"), StandardCopyOption.REPLACE_EXISTING);
            force(folder);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** @return the hash of its octets, in hexadecimal */
    private static String write(Message message, Path file) throws IOException, MessagingException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(
                        new DigestOutputStream(Channels.newOutputStream(channel), digest), 64 << 10)) {
            message.writeTo(out);
            out.flush();
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** So that its name is there, too; where directories cannot be opened, the system sees to that itself. */
    private static void force(Path directory) throws IOException {
        if (isPosix()) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static FileAttribute<?>[] ownerOnly(String rights) {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
