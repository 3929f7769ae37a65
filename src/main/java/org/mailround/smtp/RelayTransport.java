package org.mailround.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Angus's transport, which also tells how far a transaction came. */
class RelayTransport extends SMTPTransport {

    /** The steps of an SMTP transaction, in their order. */
    enum Step {
        MAIL,
        RCPT,
        DATA,
        CONTENT,
        FINAL_DOT
    }

    private final Sockets sockets;
    private final Duration finalDotTimeout;
    private FinalDot finalDot = FinalDot.UNWATCHED;
    private Step step = Step.MAIL;
    private boolean smtpUtf8Needed;

    RelayTransport(Session session, boolean implicitTls, Sockets sockets, Duration finalDotTimeout) {
        this(session, implicitTls ? "smtps" : "smtp", implicitTls, sockets, finalDotTimeout);
    }

    private RelayTransport(
            Session session, String protocol, boolean implicitTls, Sockets sockets, Duration finalDotTimeout) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, implicitTls);
        this.sockets = sockets;
        this.finalDotTimeout = finalDotTimeout;
    }

    /**
     * Another message is going to be submitted.
     *
     * @param needsSmtpUtf8 whether it needs SMTPUTF8 (RFC 6531); Angus would ask for it with every one
     * @param watcher who is asked before it is handed over
     */
    void begin(boolean needsSmtpUtf8, FinalDot watcher) {
        this.step = Step.MAIL;
        this.smtpUtf8Needed = needsSmtpUtf8;
        this.finalDot = watcher;
    }

    @Override
    public boolean supportsExtension(String extension) {
        return (smtpUtf8Needed || !extension.equals("SMTPUTF8")) && super.supportsExtension(extension);
    }

    /** The step that the latest transaction reached. */
    Step step() {
        return step;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        step = Step.MAIL;
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        step = Step.RCPT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        step = Step.DATA;
        OutputStream content = super.data();
        step = Step.CONTENT;
        return content;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        finalDot.comes();
        // A relay may work on a message for minutes before it answers: who hangs up earlier does not know its fate.
        Duration usual = sockets.awaitReplies(finalDotTimeout);
        // From here on the relay may have the whole message, even if writing the dot fails half-way.
        step = Step.FINAL_DOT;
        try {
            super.finishData();
        } finally {
            sockets.awaitReplies(usual);
        }
    }
}
