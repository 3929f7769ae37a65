package org.mailround.delivery;

import java.time.Clock;
import java.util.Map;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Variant;
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
    private final Envelopes envelopes;
    private final Clock clock;

    TestCopy(MessageFactory messages, Relay relay, Envelopes envelopes, Clock clock) {
        this.messages = messages;
        this.relay = relay;
        this.envelopes = envelopes;
        this.clock = clock;
    }

    /** The octets of the copy. */
    public byte[] octets(Edition edition, Variant variant, EmailAddress address) {
        return messages.mailing(edition, variant).testOctets(recipient(address), clock.instant());
    }

    /**
     * Sends the copy.
     *
     * @throws org.mailround.smtp.RelayUnavailableException if there is no connection to be had
     */
    public Submission send(Edition edition, Variant variant, EmailAddress address) {
        try (RelayConnection connection = relay.connect()) {
            return connection.submit(
                    envelopes.of(edition, recipient(address)), octets(edition, variant, address), FinalDot.UNWATCHED);
        }
    }

    /** No delivery has the id 0, so what comes back of the copy changes nothing either. */
    private static Recipient recipient(EmailAddress address) {
        return new Recipient(0, address, null, null, Map.of());
    }
}
