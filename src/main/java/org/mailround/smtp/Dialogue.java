package org.mailround.smtp;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.SmtpReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transactions of one connection. Where the relay offers PIPELINING (RFC 2920), MAIL, RCPT and DATA go out together and
 * their replies are read in their order; elsewhere each waits for the reply to the one before.
 */
class Dialogue implements AutoCloseable {

    /**
     * The reply by which a message's fate is judged.
     *
     * @param step what it was the reply to
     * @param goesOn whether another message may follow
     */
    record Answer(Step step, SmtpReply reply, boolean goesOn) {

        boolean isAcceptance() {
            return step == Step.FINAL_DOT && reply.code() < 300;
        }

        Answer andGoesOn(boolean on) {
            return new Answer(step, reply, on);
        }
    }

    private static final Logger log = LoggerFactory.getLogger(Dialogue.class);

    private static final Step[] COMMANDS = {Step.MAIL, Step.RCPT, Step.DATA};
    private static final byte[] RSET = "RSET\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int CRLF = 2;

    private final Sockets sockets;
    private final Wire wire;
    private final Replies replies;
    private final boolean pipelining;
    private final Duration finalDotTimeout;
    private Step step = Step.MAIL;

    Dialogue(Sockets sockets, Duration writeTimeout, boolean pipelining, Duration finalDotTimeout) throws IOException {
        this.sockets = sockets;
        this.wire = new Wire(sockets.spoken().getOutputStream(), sockets, writeTimeout);
        this.replies = new Replies(sockets.spoken().getInputStream());
        this.pipelining = pipelining;
        this.finalDotTimeout = finalDotTimeout;
    }

    /**
     * Submits one message.
     *
     * @throws IOException if there is no reply to judge by: the connection is good for nothing more, and {@link #step()}
     *     tells whether the relay may have the message
     */
    Answer submit(Commands commands, Content content, FinalDot finalDot) throws IOException {
        Answer refusal = introduce(commands);
        return refusal == null ? handOver(content.onTheWire(), finalDot) : refusal;
    }

    /** The step that the latest message reached. */
    Step step() {
        return step;
    }

    /** Null where the relay wants the content. */
    private @Nullable Answer introduce(Commands commands) throws IOException {
        Introduction introduction = new Introduction();
        try {
            listen(commands, introduction);
        } catch (ProtocolException e) {
            throw e;
        } catch (IOException e) {
            if (introduction.refusal() == null) {
                throw e;
            }
            // what the relay said before it hung up holds
            return introduction.refusal();
        }
        Answer refusal = introduction.refusal();
        return refusal == null ? null : refusal.andGoesOn(isReadyForAnother(introduction));
    }

    private void listen(Commands commands, Introduction introduction) throws IOException {
        step = Step.MAIL;
        if (pipelining) {
            wire.write(commands.octets(), 0, commands.octets().length);
        }
        for (Step command : COMMANDS) {
            step = command;
            if (!pipelining) {
                wire.write(commands.octets(), commands.beginOf(command), commands.endOf(command));
            }
            introduction.heard(command, replies.next(), replies);
            if (introduction.isClosing() || (introduction.refusal() != null && !pipelining)) {
                return;
            }
        }
    }

    /** Takes back what was begun, which tells, too, whether a relay hangs up on whom it refuses. */
    private boolean isReadyForAnother(Introduction introduction) {
        if (introduction.isClosing()) {
            return false;
        }
        if (!introduction.isInvited()) {
            return isReset();
        }
        // A lone dot is an empty message (RFC 2920 section 3.1): somebody might get it.
        if (introduction.isRecipientTaken()) {
            return false;
        }
        try {
            wire.write(END, CRLF, END.length);
            int code = replies.next();
            return code != 421 && code / 100 != 3;
        } catch (IOException e) {
            return hungUp(e);
        }
    }

    private boolean isReset() {
        try {
            wire.write(RSET, 0, RSET.length);
            return replies.next() < 300;
        } catch (IOException e) {
            return hungUp(e);
        }
    }

    private static boolean hungUp(IOException e) {
        log.debug("A relay hung up after a refusal", e);
        return false;
    }

    private Answer handOver(byte[] content, FinalDot finalDot) throws IOException {
        step = Step.CONTENT;
        int most = Math.max(0, content.length - CRLF);
        wire.write(content, 0, most);
        finalDot.comes();
        if (replies.isAhead()) {
            return early();
        }
        // A relay may work on a message for minutes before it answers: who hangs up earlier does not know its fate.
        Duration usual = sockets.awaitReplies(finalDotTimeout);
        // From here on the relay may have the whole message, even if writing its end fails half-way.
        step = Step.FINAL_DOT;
        int code;
        try {
            wire.write(END, content.length - most == CRLF ? 0 : CRLF, END.length);
            code = replies.next();
        } finally {
            sockets.awaitReplies(usual);
        }
        return ended(code);
    }

    /** A relay may have enough of a message before its end; it cannot have taken it. */
    private Answer early() throws IOException {
        if (replies.next() < 400) {
            throw new ProtocolException("a reply before the end of the message");
        }
        return new Answer(step, replies.latest(), false);
    }

    private Answer ended(int code) throws ProtocolException {
        if (code / 100 == 3) {
            throw new ProtocolException("replies out of step");
        }
        return new Answer(step, replies.latest(), code < 300 || (code != 421 && isReset()));
    }

    @Override
    public void close() {
        wire.close();
    }
}
