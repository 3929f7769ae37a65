package org.mailround.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mailround.campaign.Composer;
import org.mailround.campaign.Draft;
import org.mailround.campaign.OneOff;
import org.mailround.campaign.OneOffs;
import org.mailround.smtp.Relay;
import org.mailround.subscriber.MailingList;
import org.mailround.subscriber.MailingLists;
import org.springframework.stereotype.Component;

/** Makes drafts of one-offs from what staff named on the command line, or stored. */
@Component
class OneOffDrafts {

    private final MailingLists lists;
    private final OneOffs oneOffs;
    private final Composer composer;
    private final Relay relay;

    OneOffDrafts(MailingLists lists, OneOffs oneOffs, Composer composer, Relay relay) {
        this.lists = lists;
        this.oneOffs = oneOffs;
        this.composer = composer;
        this.relay = relay;
    }

    Draft draft(Mission.OneOff oneOff) {
        MailingList list = lists.named(oneOff.list());
        return composer.freshOneOff(
                oneOff.templateOrUsual(), oneOff.subject(), read(oneOff.body()), list, relay.isSandbox());
    }

    Draft draft(OneOff oneOff) {
        return composer.freshOneOff(
                oneOff.template(), oneOff.subject(), oneOff.markdown(), lists.named(oneOff.list()), relay.isSandbox());
    }

    Draft draft(Mission.Written written) {
        return draft(oneOffs.get(written.oneOff()));
    }

    private static String read(Path body) {
        try {
            return Files.readString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(body + " cannot be read.", e);
        }
    }
}
