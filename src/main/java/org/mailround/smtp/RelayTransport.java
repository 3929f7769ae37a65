package org.mailround.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.net.InetAddress;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Angus's transport, for all that comes before the first message and after the last: {@link Dialogue} has the rest. */
class RelayTransport extends SMTPTransport {

    private final Sockets sockets;
    private final boolean secret;
    private List<String> extensions = List.of();
    private @Nullable String challenge;

    RelayTransport(Session session, SmtpRelay relay, Sockets sockets) {
        this(session, relay.implicitTls() ? "smtps" : "smtp", relay, sockets);
    }

    private RelayTransport(Session session, String protocol, SmtpRelay relay, Sockets sockets) {
        super(session, new URLName(protocol, null, -1, null, null, null), protocol, relay.implicitTls());
        this.sockets = sockets;
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

    @Override
    public boolean supportsExtension(String extension) {
        return !(extension.startsWith("AUTH") && isLoginWithheld()) && super.supportsExtension(extension);
    }
}
