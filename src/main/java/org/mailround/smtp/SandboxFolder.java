package org.mailround.smtp;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Where the sandbox leaves its mail: each as {@code .eml}, its HTML part to look at, and an index of all. */
class SandboxFolder {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);
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
    private final Clock clock;
    private int count;

    SandboxFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    synchronized void keep(MimeMessage message) throws IOException, MessagingException {
        Files.createDirectories(folder);
        LocalDateTime now = LocalDateTime.now(clock);
        Path file = write(STAMP.format(now), message);
        String name = file.getFileName().toString();
        String html = html(message);
        if (html != null) {
            Files.writeString(folder.resolve(viewName(name)), html);
        }
        append(now, message, name, html != null);
    }

    private Path write(String stamp, MimeMessage message) throws IOException, MessagingException {
        while (true) {
            Path file = folder.resolve("%s-%05d.eml".formatted(stamp, ++count));
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
                message.writeTo(out);
                return file;
            } catch (FileAlreadyExistsException e) {
                // another process keeps its mail here too: take the next number
                continue;
            }
        }
    }

    private static @Nullable String html(Part part) throws IOException, MessagingException {
        if (part.isMimeType("text/html")) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart child = parts.getBodyPart(i);
                String html = html(child);
                if (html != null) {
                    return html;
                }
            }
        }
        return null;
    }

    private static String viewName(String emlName) {
        return emlName.replace(".eml", ".html");
    }

    /** The index only ever grows by a row, so that a crash leaves it readable and a large round costs no more. */
    private void append(LocalDateTime when, MimeMessage message, String name, boolean hasHtml)
            throws IOException, MessagingException {
        Path index = folder.resolve("index.html");
        String subject = Entities.escape(String.valueOf(message.getSubject()));
        String view = hasHtml ? "<a href=\"%s\">%s</a>".formatted(viewName(name), subject) : subject;
        String row = "<tr><td>%s</td><td>%s</td><td>%s</td><td><a href=\"%s\">.eml</a></td></tr>%n"
                .formatted(
                        DateTimeFormatter.ISO_LOCAL_DATE.format(when) + " "
                                + DateTimeFormatter.ISO_LOCAL_TIME.format(when.withNano(0)),
                        Entities.escape(to(message)),
                        view,
                        name);
        Files.writeString(
                index,
                Files.exists(index) ? row : HEAD + row,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String to(MimeMessage message) throws MessagingException {
        var recipients = message.getRecipients(MimeMessage.RecipientType.TO);
        if (recipients == null || recipients.length == 0) {
            return "";
        }
        return recipients[0] instanceof jakarta.mail.internet.InternetAddress address
                ? address.toUnicodeString()
                : recipients[0].toString();
    }
}
