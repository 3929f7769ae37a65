package org.mailround.smtp;

import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;
import org.mailround.smtp.Dialogue.Answer;

/** What a relay replies to MAIL, RCPT and DATA of one message. The first refusal counts: what follows it comes of it. */
class Introduction {

    private @Nullable Answer refusal;
    private boolean recipientTaken;
    private boolean invited;
    private boolean closing;

    /** @throws ProtocolException if the reply cannot be one to this command */
    void heard(Step command, int code, Replies replies) throws ProtocolException {
        boolean granted = code / 100 == (command == Step.DATA ? 3 : 2);
        if (!granted && code < 400) {
            throw new ProtocolException("replies out of step");
        }
        if (!granted && refusal == null) {
            refusal = new Answer(command, replies.latest(), false);
        }
        recipientTaken |= granted && command == Step.RCPT;
        invited |= granted && command == Step.DATA;
        closing = code == 421;
    }

    /** Null where all was granted so far. After it no other message may follow yet. */
    @Nullable
    Answer refusal() {
        return refusal;
    }

    /** Whether the relay waits for content, though it refused before. */
    boolean isInvited() {
        return invited;
    }

    /** Whether it would have somebody to give the content to. */
    boolean isRecipientTaken() {
        return recipientTaken;
    }

    /** Whether the relay hangs up (RFC 5321 section 3.8). */
    boolean isClosing() {
        return closing;
    }
}
