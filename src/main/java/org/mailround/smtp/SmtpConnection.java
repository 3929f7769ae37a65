package org.mailround.smtp;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.SmtpReply;
import org.mailround.smtp.Credentials.Secret;
import org.mailround.smtp.RelayTransport.Step;
import org.mailround.smtp.RelayTrouble.Kind;
import org.mailround.smtp.Submission.Accepted;
import org.mailround.smtp.Submission.Lost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection over Angus Mail. */
class SmtpConnection implements RelayConnection {

    private static final Logger log = LoggerFactory.getLogger(SmtpConnection.class);

    private final SmtpRelay relay;
    private final Session session;
    private final Sockets sockets;
    private final Handshake handshake;
    private final RelayTransport transport;
    private volatile boolean open;

    SmtpConnection(SmtpRelay relay, Session session, Sockets sockets, Handshake handshake) {
        this.relay = relay;
        this.session = session;
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
        Secret secret = login.credentials().current();
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
            connect(login, login.credentials().current());
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
        open = true;
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
        OctetsMessage message = new OctetsMessage(session, envelope, octets);
        Submission misfit = Misfit.of(envelope, message, transport, relay.name());
        if (misfit != null) {
            return misfit;
        }
        EsmtpParameters parameters = EsmtpParameters.of(envelope, message, transport::offers);
        message.setMailExtension(parameters.ofMail());
        transport.begin(parameters, finalDot);
        try {
            transport.sendMessage(message, new Address[] {new EnvelopeRecipient(envelope.recipient())});
            return accepted();
        } catch (MessagingException | IllegalStateException e) {
            return judge(e);
        }
    }

    private Submission accepted() {
        SmtpReply reply = SmtpReply.parse(transport.getLastServerResponse());
        return new Accepted(reply == null ? new SmtpReply(250, null, "") : reply);
    }

    private Submission judge(Exception e) {
        SmtpReply reply = replyIn(e);
        Step step = transport.step();
        // Angus answers isConnected() by a round trip, so it is asked after trouble alone.
        open = reply != null && reply.code() != 421 && transport.isConnected();
        if (reply == null) {
            return new Lost(step == Step.FINAL_DOT, reason(e));
        }
        return Refusal.of(relay, step, reply, transport.offers("SIZE"));
    }

    private static @Nullable SmtpReply replyIn(Exception e) {
        for (Throwable next = e; next != null; next = next(next)) {
            if (next instanceof SMTPAddressFailedException
                    || next instanceof SMTPSenderFailedException
                    || next instanceof SMTPSendFailedException) {
                SmtpReply reply = SmtpReply.parse(next.getMessage());
                if (reply != null) {
                    return reply;
                }
            }
        }
        return null;
    }

    private static @Nullable Throwable next(Throwable e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : e.getCause();
    }

    private static String reason(Exception e) {
        Throwable cause = e;
        for (Throwable next = next(e); next != null; next = next(next)) {
            cause = next;
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
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("QUIT to {} failed", relay.name(), e);
        }
    }
}
