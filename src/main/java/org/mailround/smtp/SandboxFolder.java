package org.mailround.smtp;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.EmailAddress;

/** Where the sandbox leaves its mail: each as {@code .eml}, its HTML part to look at, and an index of all. */
class SandboxFolder {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final Path folder;
    private final SandboxIndex index;
    private final Clock clock;
    private int count;

    SandboxFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.index = new SandboxIndex(folder);
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

    private void append(LocalDateTime when, MimeMessage message, String name, boolean hasHtml)
            throws IOException, MessagingException {
        String subject = Entities.escape(String.valueOf(message.getSubject()));
        String view = hasHtml ? "<a href=\"%s\">%s</a>".formatted(viewName(name), subject) : subject;
        index.append("<tr><td>%s</td><td>%s</td><td>%s</td><td><a href=\"%s\">.eml</a></td></tr>%n"
                .formatted(
                        DateTimeFormatter.ISO_LOCAL_DATE.format(when) + " "
                                + DateTimeFormatter.ISO_LOCAL_TIME.format(when.withNano(0)),
                        Entities.escape(to(message)),
                        view,
                        name));
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

    /** Deletes the mails that came before that time, and their rows in the index; returns how many. */
    int forgetBefore(Instant time) throws IOException {
        String stamp = STAMP.format(LocalDateTime.ofInstant(time, clock.getZone()));
        return forget(mail -> mail.getFileName().toString().compareTo(stamp) < 0);
    }

    /** The same for those that went to an address. */
    int forgetThoseTo(EmailAddress address) throws IOException {
        return forget(mail -> MailFile.isTo(mail, address));
    }

    private int forget(Predicate<Path> which) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        List<String> old;
        try (Stream<Path> files = Files.list(folder)) {
            old = files.filter(file -> file.toString().endsWith(".eml") && which.test(file))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
        // a row without its mail is a dead link, a mail without its row only lies there until the next time
        index.forget(Set.copyOf(old));
        for (String name : old) {
            Files.deleteIfExists(folder.resolve(viewName(name)));
            Files.deleteIfExists(folder.resolve(name));
        }
        return old.size();
    }
}
