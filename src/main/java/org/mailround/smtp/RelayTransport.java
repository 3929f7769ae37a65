package org.mailround.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Angus's transport, which also tells how far a transaction came, and says what each message needs and no more. */
class RelayTransport extends SMTPTransport {

    /** The steps of an SMTP transaction, in their order. */
    enum Step {
        MAIL,
        RCPT,
        DATA,
        CONTENT,
        FINAL_DOT
    }

    /**
     * Angus would ask for SMTPUTF8 with every message, knows half of DSN, and writes chunks without asking for the final
     * dot.
     */
    private static final Set<String> HIDDEN_FROM_ANGUS = Set.of("SMTPUTF8", "DSN", "CHUNKING");

    private static final String RCPT = "RCPT TO:";

    private final Sockets sockets;
    private final Duration finalDotTimeout;
    private final boolean secret;
    private List<String> extensions = List.of();
    private @Nullable String challenge;
    private FinalDot finalDot = FinalDot.UNWATCHED;
    private Step step = Step.MAIL;
    private EsmtpParameters parameters = EsmtpParameters.NONE;

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

    /** What the configuration says, or a name that a relay can make something of; Angus would give "localhost". */
    @Override
    public synchronized String getLocalHost() {
        // "mail.smtp." is what people write, whatever sort of TLS they turn on beside it.
        String exact = session.getProperty("mail." + url.getProtocol() + ".localhost");
        String configured = exact == null ? session.getProperty("mail.smtp.localhost") : exact;
        if (configured != null && !configured.isBlank()) {
            return configured.strip();
        }
        InetAddress speaksFrom = sockets.localAddress();
        if (speaksFrom == null) {
            return super.getLocalHost();
        }
        return OwnName.of(speaksFrom);
    }

    /**
     * Another message is going to be submitted.
     *
     * @param needed what stands behind its addresses
     * @param watcher who is asked before it is handed over
     */
    void begin(EsmtpParameters needed, FinalDot watcher) {
        this.step = Step.MAIL;
        this.parameters = needed;
        this.finalDot = watcher;
    }

    @Override
    public boolean supportsExtension(String extension) {
        if (extension.startsWith("AUTH") && isLoginWithheld()) {
            return false;
        }
        return !HIDDEN_FROM_ANGUS.contains(extension) && offers(extension);
    }

    /** Whether the relay's EHLO told of it. */
    boolean offers(String extension) {
        return super.supportsExtension(extension);
    }

    /** The most octets that the relay takes (RFC 1870 section 3); 0 where it does not say. */
    long longestMessage() {
        String size = getExtensionParameter("SIZE");
        return size != null && size.matches("\\d{1,18}") ? Long.parseLong(size) : 0;
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
    protected void sendCommand(String command) throws MessagingException {
        String rest = command.startsWith(RCPT) ? parameters.ofRecipient() : "";
        super.sendCommand(rest.isEmpty() ? command : command + " " + rest);
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
