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
import org.mailround.smtp.RelayTransport.Step;
import org.mailround.smtp.RelayTrouble.Kind;
import org.mailround.smtp.Submission.Accepted;
import org.mailround.smtp.Submission.Lost;
import org.mailround.smtp.Submission.Refused;
import org.mailround.smtp.Submission.Troubled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection over Angus Mail. */
class SmtpConnection implements RelayConnection {

    private static final Logger log = LoggerFactory.getLogger(SmtpConnection.class);

    private final SmtpRelay relay;
    private final Session session;
    private final Sockets sockets;
    private final RelayTransport transport;
    private volatile boolean open;

    SmtpConnection(SmtpRelay relay, Session session, Sockets sockets) {
        this.relay = relay;
        this.session = session;
        this.sockets = sockets;
        this.transport = new RelayTransport(session, relay.implicitTls(), sockets, relay.finalDotTimeout());
    }

    @Override
    public void open() {
        try {
            transport.connect(relay.host(), relay.port(), relay.username(), relay.password());
            open = true;
        } catch (MessagingException e) {
            throw new RelayUnavailableException(ConnectTrouble.of(relay, e, transport.getLastServerResponse()), e);
        }
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
        if (SendingLimit.isSaidBy(reply)) {
            return new Troubled(new RelayTrouble(
                    Kind.LIMIT,
                    reply,
                    "The relay %s takes no more mail from us for now, as its limit is reached (%s)."
                            .formatted(relay.name(), reply.line())));
        }
        if (reply.code() == 530) {
            return new Troubled(new RelayTrouble(
                    Kind.LOGIN,
                    reply,
                    "The relay %s wants a login (%s): set spring.mail.username and spring.mail.password."
                            .formatted(relay.name(), reply.line())));
        }
        if (isTroubleOfTheRelay(step, reply)) {
            return new Troubled(new RelayTrouble(
                    Kind.REFUSED,
                    reply,
                    "The relay %s refuses our mail at %s (%s).".formatted(relay.name(), step, reply.line())));
        }
        return new Refused(reply);
    }

    /** RFC 5321 section 3.8: 421 closes the channel at any command. A refused MAIL FROM is no recipient's fault. */
    private boolean isTroubleOfTheRelay(Step step, SmtpReply reply) {
        if (reply.code() == 421 || reply.code() == 454) {
            return true;
        }
        // Some say no more than 552 of a message that is too big for them (RFC 1870 section 6.1).
        boolean tooBig = reply.code() == 552 && reply.status() == null && transport.offers("SIZE");
        boolean ofThisMessage = tooBig || "5.3.4".equals(reply.status()) || "5.6.7".equals(reply.status());
        return step == Step.MAIL && !ofThisMessage;
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
