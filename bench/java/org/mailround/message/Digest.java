package org.mailround.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.mailround.campaign.Shown;
import org.mailround.campaign.ShownArticle;
import org.mailround.campaign.Variant;
import org.mailround.clinic.Sender;
import org.mailround.rfc.EmailAddress;
import org.mailround.rfc.Mailbox;

/** A digest as it is shipped, of some 35 KB on the wire. */
final class Digest {

    private static final String PARAGRAPH =
            "<p>Go to bed at the same time each day, and let the light out of the room – and the telephone with it."
                    + " Who cannot sleep gets up and <a href=\"https://clinic.example/sleep\">reads</a> for a while.</p>";

    final House house;
    final Variant variant;

    Digest(Dkim dkim) {
        this.house = new House(folder(), sender(), dkim).shipped();
        this.variant = house.render(House.digest(IntStream.rangeClosed(1, 6)
                .mapToObj(n -> House.article(Shown.FULL, "Sleep, part " + n, PARAGRAPH.repeat(6)))
                .toArray(ShownArticle[]::new)));
    }

    Mailing mailing() {
        return house.messages.mailing(House.edition("Riverside weekly: sleep"), variant);
    }

    static Recipient recipient(long id) {
        return new Recipient(
                id, EmailAddress.parse("ana.lopez@example.com"), "Ana", "Lopez", Map.of("city", "Riverside"));
    }

    private static Sender sender() {
        return new Sender(
                Mailbox.parse("Riverside Clinic <news@clinic.example>"),
                null,
                URI.create("https://news.clinic.example"),
                null);
    }

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("mailround-micro");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
