package org.mailround.batch;

import java.util.List;
import java.util.Map;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionContents;
import org.mailround.campaign.Variant;
import org.mailround.message.MessageFactory;
import org.mailround.message.Recipient;
import org.mailround.rfc.EmailAddress;
import org.springframework.stereotype.Component;

/** An edition that was frozen as its mails will be: decoded from the octets that are to be sent. */
@Component
public class FrozenLooks {

    /** Nobody's: no delivery has this id, so the links act for nobody. */
    private static final Recipient SOMEBODY =
            new Recipient(0, EmailAddress.parse("somebody@example.com"), null, null, Map.of());

    private final EditionContents contents;
    private final MessageFactory messages;

    FrozenLooks(EditionContents contents, MessageFactory messages) {
        this.contents = contents;
        this.messages = messages;
    }

    /**
     * One of the renderings of an edition.
     *
     * @param selection the number of the selection of articles in it; 0 is what the edition itself says
     * @param language a BCP 47 tag
     */
    public record Rendering(long id, int selection, String language) {}

    /** All of an edition, the usual one first. */
    public List<Rendering> renderings(long edition) {
        return contents.variantIds(edition).stream()
                .map(id -> {
                    Variant variant = contents.variant(id);
                    return new Rendering(id, variant.selection(), variant.language());
                })
                .toList();
    }

    /** What somebody reads of whom nothing is known. */
    public String html(Edition edition, Rendering rendering) {
        return messages.mailing(edition, contents.variant(rendering.id())).html(SOMEBODY);
    }

    /** The text of the same mail. */
    public String text(Edition edition, Rendering rendering) {
        return messages.mailing(edition, contents.variant(rendering.id())).text(SOMEBODY);
    }
}
