package org.mailround.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * What happens to a process's claims, line by line, in a file beside the database. A line is in the system's hands before
 * the call returns, so it survives the end of the process, and costs microseconds where a commit costs much more. The file
 * is locked as long as the process lives: the system gives the lock back at any kind of end, which proves it.
 */
class Journal implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;
    private boolean broken;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Makes the file, which must not be there yet, readable by its owner alone. */
    static Journal create(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        FileChannel channel =
                FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownersAlone());
        channel.lock();
        return new Journal(file, channel);
    }

    private static FileAttribute<?>[] ownersAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    Path file() {
        return file;
    }

    /** A message is about to be handed over: durable before its final dot goes out. */
    void handsOver(Attempt attempt) throws IOException {
        append(JournalLine.of(attempt));
    }

    /** An attempt ended: durable before its connection's next final dot. */
    void settles(Settlement settlement) throws IOException {
        append(JournalLine.of(settlement));
    }

    private synchronized void append(String line) throws IOException {
        if (broken) {
            throw new IOException("the journal " + file + " could not be written before");
        }
        ByteBuffer octets = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        broken = true; // half a line would swallow the next
        while (octets.hasRemaining()) {
            channel.write(octets);
        }
        broken = false;
    }

    /** All of it is in the ledger. */
    synchronized void clear() throws IOException {
        channel.truncate(0);
        broken = false;
    }

    /** Lets go of it and leaves it for whoever reads it: as if this process had ended here. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    /**
     * Whether the process that made this file is provably no more. Not to be asked of a journal of this process: closing
     * a second channel to a file gives back the locks on it (POSIX).
     */
    static boolean isLeft(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        // shared, so that two who ask at once do not take each other for its owner
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
