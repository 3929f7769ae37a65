package org.mailround.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page that lists the sandbox's mail, a row a line. */
class SandboxIndex {

    /** The link to the mail itself, at the end of its row. */
    private static final Pattern MAIL = Pattern.compile("<a href=\"([^\"]+\\.eml)\">\\.eml</a></td></tr>$");

    /** A lock on a file is one of the whole process. */
    private static final Object PROCESS = new Object();

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Mailround sandbox</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            table { width: 100%; border-collapse: collapse; }
            th, td { text-align: left; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid #8885; vertical-align: top; }
            td { overflow-wrap: break-word; }
            td:first-child, td:last-child { white-space: nowrap; }
            @media (max-width: 40rem) {
              thead, td:first-child { display: none; }
              tr { display: block; padding: .5rem 0; border-bottom: 1px solid #8885; }
              td { display: block; border: 0; padding: .125rem 0; }
            }
            </style>
            </head>
            <body>
            <h1>Mailround sandbox</h1>
            <p>These mails never left this machine. The newest is at the end.</p>
            <table>
            <thead><tr><th scope="col">When</th><th scope="col">To</th><th scope="col">Subject</th>\
            <th scope="col">File</th></tr></thead>
            <tbody>
            """;

    private final Path folder;

    SandboxIndex(Path folder) {
        this.folder = folder;
    }

    /** A row is only ever added at the end, so that a crash leaves it readable and a large round costs no more. */
    void append(String row) throws IOException {
        locked(() -> Files.writeString(
                index(),
                Files.exists(index()) ? row : HEAD + row,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND));
    }

    /** Takes the rows of those mails away. */
    void forget(Set<String> names) throws IOException {
        locked(() -> {
            if (Files.exists(index()) && !names.isEmpty()) {
                Path shorter = folder.resolve("index.new");
                copy(names, shorter);
                Files.move(shorter, index(), StandardCopyOption.REPLACE_EXISTING);
            }
        });
    }

    private void copy(Set<String> without, Path to) throws IOException {
        try (Stream<String> lines = Files.lines(index());
                var out = Files.newBufferedWriter(to)) {
            lines.filter(line -> !isOf(line, without)).forEach(line -> {
                try {
                    out.write(line);
                    out.newLine();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static boolean isOf(String line, Set<String> names) {
        Matcher mail = MAIL.matcher(line);
        return mail.find() && names.contains(mail.group(1));
    }

    private interface Work {

        void run() throws IOException;
    }

    /** Several processes keep their mail here. */
    private void locked(Work work) throws IOException {
        synchronized (PROCESS) {
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                work.run();
            }
        }
    }

    private Path index() {
        return folder.resolve("index.html");
    }
}
