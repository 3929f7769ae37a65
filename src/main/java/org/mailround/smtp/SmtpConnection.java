package org.mailround.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.ProtocolException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.mailround.credential.Credentials.Secret;
import org.mailround.credential.TokenUnavailableException;
import org.mailround.smtp.Dialogue.Answer;
import org.mailround.smtp.RelayTrouble.Kind;
import org.mailround.smtp.Submission.Accepted;
import org.mailround.smtp.Submission.Lost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that Angus Mail opens and closes; the transactions between are those of a {@link Dialogue}. */
class SmtpConnection implements RelayConnection {

    private static final Logger log = LoggerFactory.getLogger(SmtpConnection.class);

    private final SmtpRelay relay;
    private final Sockets sockets;
    private final Handshake handshake;
    private final RelayTransport transport;
    private Offers offers = Offers.NONE;
    private volatile @Nullable Dialogue dialogue;
    private volatile boolean open;

    SmtpConnection(SmtpRelay relay, Session session, Sockets sockets, Handshake handshake) {
        this.relay = relay;
        this.sockets = sockets;
        this.handshake = handshake;
        this.transport = new RelayTransport(session, relay, sockets);
    }

    @Override
    public void open() {
        Login login = relay.login();
        if (login == null) {
            connect(null, null);
            return;
        }
        Secret secret = secret(login);
        try {
            connect(login, secret);
        } catch (RelayUnavailableException e) {
            if (!isRefusedLogin(e.trouble())) {
                throw e;
            }
            login.credentials().refused(secret);
            if (!secret.cached()) {
                throw e;
            }
            log.info("The relay {} refuses a token that was good before: asking for another", relay.name());
            connect(login, secret(login));
        }
    }

    private static Secret secret(Login login) {
        try {
            return login.credentials().current();
        } catch (TokenUnavailableException e) {
            throw new RelayUnavailableException(RelayTrouble.withoutToken(e), e);
        }
    }

    private void connect(@Nullable Login login, @Nullable Secret secret) {
        try {
            transport.connect(
                    relay.host(),
                    relay.port(),
                    login == null ? null : login.username(),
                    secret == null ? null : secret.text());
        } catch (MessagingException e) {
            throw new RelayUnavailableException(ConnectTrouble.of(relay, e, transport, handshake), e);
        }
        RelayTrouble missing = LoginTrouble.missing(relay, transport);
        if (missing != null) {
            close();
            throw new RelayUnavailableException(missing);
        }
        begin();
    }

    /** Takes the socket over from Angus, which has read all that was said so far. */
    private void begin() {
        offers = Offers.of(transport);
        try {
            if (transport.isSSL() != (sockets.spoken() instanceof SSLSocket)) {
                throw new IllegalStateException("there are sockets for TLS that nobody keeps hold of");
            }
            dialogue = new Dialogue(sockets, relay.writeTimeout(), offers.pipelining(), relay.finalDotTimeout());
            open = true;
        } catch (IOException e) {
            throw new RelayUnavailableException(ConnectTrouble.hungUp(relay), e);
        }
    }

    private static boolean isRefusedLogin(RelayTrouble trouble) {
        return trouble.kind() == Kind.LOGIN
                && trouble.reply() != null
                && !trouble.reply().isTransient();
    }

    /** What the relay shows, whether or not it lets us in. */
    RelayExamination examine() {
        RelayTrouble trouble = null;
        try {
            open();
        } catch (RelayUnavailableException e) {
            trouble = e.trouble();
        }
        return new RelayExamination(
                trouble,
                transport.extensions(),
                handshake.version(),
                handshake.certificate(),
                open && relay.login() != null && transport.supportsExtension("AUTH"));
    }

    @Override
    public Submission submit(Envelope envelope, byte[] octets, FinalDot finalDot) {
        Dialogue open = dialogue;
        if (open == null || !isOpen()) {
            return new Lost(false, "the connection was closed before");
        }
        Content content = new Content(octets);
        Submission misfit = Misfit.of(envelope, content, offers, relay.name());
        return misfit == null ? submit(Commands.of(envelope, content, offers), content, finalDot, open) : misfit;
    }

    private Submission submit(Commands commands, Content content, FinalDot finalDot, Dialogue open) {
        boolean goesOn = false;
        try {
            Answer answer = open.submit(commands, content, finalDot);
            goesOn = answer.goesOn();
            return answer.isAcceptance()
                    ? new Accepted(answer.reply())
                    : Refusal.of(relay, answer.step(), answer.reply(), offers.size());
        } catch (IOException e) {
            return new Lost(open.step() == Step.FINAL_DOT, reason(e));
        } finally {
            if (!goesOn) {
                abort();
            }
        }
    }

    private static String reason(IOException e) {
        if (e instanceof ProtocolException) {
            return "the relay does not keep to SMTP (" + e.getMessage() + ")";
        }
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return "the connection broke (" + cause.getClass().getSimpleName() + ")";
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void abort() {
        open = false;
        try {
            sockets.abort();
        } catch (IOException e) {
            log.debug("A connection to {} could not be broken off", relay.name(), e);
        }
    }

    @Override
    public void close() {
        open = false;
        Dialogue ended = dialogue;
        if (ended != null) {
            ended.close();
        }
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("QUIT to {} failed", relay.name(), e);
        }
    }
}
