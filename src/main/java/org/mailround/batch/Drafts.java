package org.mailround.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.mailround.campaign.Campaigns;
import org.mailround.campaign.Composer;
import org.mailround.campaign.Draft;
import org.mailround.campaign.OneOff;
import org.mailround.campaign.OneOffs;
import org.mailround.smtp.Relay;
import org.mailround.subscriber.MailingList;
import org.mailround.subscriber.MailingLists;
import org.springframework.stereotype.Component;

/** Drafts what would go out if it were composed now: of a digest, or of what staff stored or named on the command line. */
@Component
class Drafts {

    private final Campaigns campaigns;
    private final MailingLists lists;
    private final OneOffs oneOffs;
    private final Composer composer;
    private final Relay relay;

    Drafts(Campaigns campaigns, MailingLists lists, OneOffs oneOffs, Composer composer, Relay relay) {
        this.campaigns = campaigns;
        this.lists = lists;
        this.oneOffs = oneOffs;
        this.composer = composer;
        this.relay = relay;
    }

    /** @return empty where a digest has nothing new */
    Optional<Draft> draft(Mission mission) {
        if (mission instanceof Mission.Written written) {
            return Optional.of(draft(oneOffs.get(written.oneOff())));
        }
        if (mission instanceof Mission.OneOff oneOff) {
            return Optional.of(draft(oneOff));
        }
        if (mission instanceof Mission.Digest digest) {
            return composer.freshDigest(campaigns.inUse(digest.campaign()), relay.isSandbox());
        }
        throw new IllegalArgumentException("no draft is made for " + mission);
    }

    Draft draft(Mission.OneOff oneOff) {
        MailingList list = lists.named(oneOff.list());
        return composer.freshOneOff(
                oneOff.templateOrUsual(), oneOff.subject(), read(oneOff.body()), list, relay.isSandbox());
    }

    Draft draft(OneOff oneOff) {
        return composer.freshOneOff(oneOff, relay.isSandbox());
    }

    private static String read(Path body) {
        try {
            return Files.readString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(body + " cannot be read.", e);
        }
    }
}
