package org.mailround.delivery;

import java.time.Clock;
import java.util.Map;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Variant;
import org.mailround.clinic.Sender;
import org.mailround.message.MessageFactory;
import org.mailround.message.Recipient;
import org.mailround.rfc.EmailAddress;
import org.mailround.smtp.FinalDot;
import org.mailround.smtp.Relay;
import org.mailround.smtp.RelayConnection;
import org.mailround.smtp.Submission;
import org.springframework.stereotype.Component;

/** One copy marked as a test, for whoever asks: it stands in no ledger, and its links change nothing. */
@Component
public class TestCopy {

    private final MessageFactory messages;
    private final Relay relay;
    private final Sender sender;
    private final Clock clock;

    TestCopy(MessageFactory messages, Relay relay, Sender sender, Clock clock) {
        this.messages = messages;
        this.relay = relay;
        this.sender = sender;
        this.clock = clock;
    }

    /** The octets of the copy. */
    public byte[] octets(Edition edition, Variant variant, EmailAddress address) {
        Recipient recipient = new Recipient(0, address, null, null, Map.of());
        return messages.mailing(edition, variant).testOctets(recipient, clock.instant());
    }

    /**
     * Sends the copy.
     *
     * @throws org.mailround.smtp.RelayUnavailableException if there is no connection to be had
     */
    public Submission send(Edition edition, Variant variant, EmailAddress address) {
        try (RelayConnection connection = relay.connect()) {
            return connection.submit(
                    sender.from().address(), address, octets(edition, variant, address), FinalDot.UNWATCHED);
        }
    }
}
