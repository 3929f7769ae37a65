package org.mailround.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

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
    private final boolean secret;
    private List<String> extensions = List.of();
    private @Nullable String challenge;
    private FinalDot finalDot = FinalDot.UNWATCHED;
    private Step step = Step.MAIL;
    private boolean smtpUtf8Needed;

    RelayTransport(Session session, SmtpRelay relay, Sockets sockets) {
        this(session, relay.implicitTls() ? "smtps" : "smtp", relay, sockets);
    }

    private RelayTransport(Session session, String protocol, SmtpRelay relay, Sockets sockets) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, relay.implicitTls());
        this.sockets = sockets;
        this.finalDotTimeout = relay.finalDotTimeout();
        this.secret = relay.login() != null && !relay.login().inTheClear();
    }

    /** Notes what Angus keeps to itself. */
    @Override
    protected boolean ehlo(String domain) throws MessagingException {
        extensions = List.of();
        boolean answered = super.ehlo(domain);
        if (answered) {
            extensions = EhloReply.extensions(getLastServerResponse());
        }
        return answered;
    }

    /** The lines of the latest answer to EHLO: a keyword in capitals, then its parameters. */
    List<String> extensions() {
        return extensions;
    }

    /** Whether the relay was not told who we are, as others might have read it. */
    boolean isLoginWithheld() {
        return secret && !isSSL();
    }

    /**
     * After a token that is not good, a relay says why in a challenge, and refuses once that is answered by an empty line.
     * Angus would hang up before it has heard the refusal.
     */
    @Override
    public synchronized int simpleCommand(String command) throws MessagingException {
        int code = super.simpleCommand(command);
        if (code != 334 || !command.startsWith("AUTH XOAUTH2 ")) {
            return code;
        }
        challenge = getLastServerResponse();
        return super.simpleCommand("");
    }

    /** What the relay said of a token before it refused it; null where it said nothing. */
    @Nullable
    String challenge() {
        return challenge;
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
        if (extension.startsWith("AUTH") && isLoginWithheld()) {
            return false;
        }
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
