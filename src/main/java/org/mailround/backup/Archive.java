package org.mailround.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backup as it is written: a ZIP archive whose last entry says what is in it. It has its name only once it is whole and on
 * disk, and its owner alone may read it: it holds what the clinic knows of people.
 */
final class Archive implements AutoCloseable {

    static final String MANIFEST = "manifest.json";
    static final String DATABASE = "mailround.mv.db";
    static final String KEYS = "keys/";

    private final Path file;
    private final Path fresh;
    private final ZipOutputStream zip;
    private final Map<String, String> sums = new LinkedHashMap<>();
    private boolean whole;

    private Archive(Path file, Path fresh, ZipOutputStream zip) {
        this.file = file;
        this.fresh = fresh;
        this.zip = zip;
    }

    /** Begins one beside its name to be. */
    static Archive begin(Path file) throws IOException {
        Path fresh = Files.createTempFile(folder(file), file.getFileName().toString(), ".part");
        restrictToOwner(fresh);
        ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(fresh), StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        return new Archive(file, fresh, zip);
    }

    static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath().getRoot() : parent;
    }

    static void restrictToOwner(Path file) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void add(String name, InputStream content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        DigestOutputStream digesting = new DigestOutputStream(zip, sha256());
        content.transferTo(digesting);
        zip.closeEntry();
        sums.put(name, HexFormat.of().formatHex(digesting.getMessageDigest().digest()));
    }

    /** Says what is in it, and gives it its name; one of that name that was there before is no more. */
    void finish(Instant takenAt, int schema) throws IOException {
        zip.putNextEntry(new ZipEntry(MANIFEST));
        OutputStream out = zip;
        out.write(JsonMapper.shared().writeValueAsBytes(new Manifest(Manifest.FORMAT, takenAt, schema, sums)));
        zip.closeEntry();
        zip.close();
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        whole = true;
    }

    @Override
    public void close() throws IOException {
        if (!whole) {
            zip.close();
            Files.deleteIfExists(fresh);
        }
    }
}
