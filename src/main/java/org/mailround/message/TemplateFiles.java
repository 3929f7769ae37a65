package org.mailround.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The files that mails are rendered by, taken together: one may use any other. */
@Component
public class TemplateFiles {

    private final Path folder;

    TemplateFiles(@Value("${mailround.home}") Path home) {
        this.folder = home.resolve("templates");
    }

    /** The names of the templates that there are, in their order: each has an HTML and a text file. */
    public List<String> names() {
        return files().stream()
                .map(file -> folder.relativize(file).toString())
                .filter(name -> name.endsWith(".html") && !name.contains("/"))
                .map(name -> name.substring(0, name.length() - ".html".length()))
                .filter(name -> Files.isRegularFile(folder.resolve(name + ".txt")))
                .toList();
    }

    /**
     * SHA-256 over all of them, in hex: another as soon as one is changed, added or taken away.
     *
     * @throws UncheckedIOException if they cannot be read
     */
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files()) {
                byte[] name = folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8);
                byte[] content = Files.readAllBytes(file);
                digest.update(name);
                digest.update((byte) 0);
                digest.update(Integer.toString(content.length).getBytes(StandardCharsets.US_ASCII));
                digest.update((byte) 0);
                digest.update(content);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read.", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read.", e);
        }
    }
}
