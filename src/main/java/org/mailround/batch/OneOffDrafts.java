package org.mailround.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mailround.campaign.Composer;
import org.mailround.campaign.Draft;
import org.mailround.smtp.Relay;
import org.mailround.subscriber.MailingList;
import org.mailround.subscriber.MailingLists;
import org.springframework.stereotype.Component;

/** Makes drafts of one-offs from what staff named on the command line. */
@Component
class OneOffDrafts {

    private final MailingLists lists;
    private final Composer composer;
    private final Relay relay;

    OneOffDrafts(MailingLists lists, Composer composer, Relay relay) {
        this.lists = lists;
        this.composer = composer;
        this.relay = relay;
    }

    Draft draft(Mission.OneOff oneOff) {
        MailingList list = lists.named(oneOff.list());
        return composer.freshOneOff(
                oneOff.templateOrUsual(), oneOff.subject(), read(oneOff.body()), list, relay.isSandbox());
    }

    private static String read(Path body) {
        try {
            return Files.readString(body);
        } catch (MalformedInputException e) {
            throw new UncheckedIOException(body + " is not UTF-8 text: save it as UTF-8.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(body + " cannot be read.", e);
        }
    }
}
