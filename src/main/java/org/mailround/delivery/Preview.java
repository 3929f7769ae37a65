package org.mailround.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailround.campaign.Audience;
import org.mailround.campaign.Draft;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Variant;
import org.mailround.campaign.Variants;
import org.mailround.message.Mailing;
import org.mailround.message.MessageFactory;
import org.mailround.message.Recipient;
import org.mailround.rfc.EmailAddress;
import org.mailround.smtp.MailFile;
import org.mailround.subscriber.Attributes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes mails to look at instead of sending them, as {@code .eml}, into a folder that is emptied first. */
@Component
public class Preview {

    private final Audience audience;
    private final MessageFactory messages;
    private final TestCopy testCopy;
    private final Clock clock;
    private final Path folder;

    Preview(
            Audience audience,
            MessageFactory messages,
            TestCopy testCopy,
            Clock clock,
            @Value("${mailround.data-dir}") Path dataDirectory) {
        this.audience = audience;
        this.messages = messages;
        this.testCopy = testCopy;
        this.clock = clock;
        this.folder = dataDirectory.resolve("preview");
    }

    /** Where the mails are written. */
    public Path folder() {
        return folder;
    }

    /**
     * Writes the mail of everybody whom the draft would reach.
     *
     * @param written told how many were written so far
     * @return how many were written
     */
    public long write(Draft draft, Edition edition, Variants variants, LongConsumer written) {
        empty();
        Map<Variant, Mailing> mailings = variants.all().stream()
                .collect(Collectors.toMap(variant -> variant, variant -> messages.mailing(edition, variant)));
        AtomicLong count = new AtomicLong();
        audience.each(draft, person -> {
            Mailing mailing = Objects.requireNonNull(mailings.get(variants.in(person.selection(), person.language())));
            save(count.get() + 1, mailing.octets(recipient(person), clock.instant()));
            written.accept(count.incrementAndGet());
        });
        return count.get();
    }

    /** Writes one copy marked as a test. */
    public void write(Edition edition, Variant variant, EmailAddress address) {
        empty();
        save(1, testCopy.octets(edition, variant, address));
    }

    /** Deletes the mails to an address; returns how many. */
    int forgetThoseTo(EmailAddress address) {
        try {
            List<Path> theirs;
            try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
                theirs = files.filter(Files::isRegularFile)
                        .filter(file -> MailFile.isTo(file, address))
                        .toList();
            }
            for (Path file : theirs) {
                Files.delete(file);
            }
            return theirs.size();
        } catch (IOException e) {
            throw new UncheckedIOException("Mails in the folder " + folder + " cannot be deleted.", e);
        }
    }

    /** Nobody has a row in the ledger yet: ids below zero belong to no delivery, so the links change nothing. */
    private Recipient recipient(Audience.Person person) {
        return new Recipient(
                -person.subscriberId(),
                person.address(),
                person.firstName(),
                person.lastName(),
                Attributes.read(person.attributes()));
    }

    private void empty() {
        try {
            Files.createDirectories(folder);
            List<Path> old;
            try (Stream<Path> files = Files.list(folder)) {
                old = files.filter(Files::isRegularFile).toList();
            }
            for (Path file : old) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be emptied.", e);
        }
    }

    private void save(long number, byte[] octets) {
        Path file = folder.resolve("%06d.eml".formatted(number));
        try {
            Files.write(file, octets);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written.", e);
        }
    }
}
