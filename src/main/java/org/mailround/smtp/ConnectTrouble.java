package org.mailround.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.mailround.rfc.SmtpReply;
import org.mailround.smtp.RelayTrouble.Kind;

/** Says why no connection could be had. */
final class ConnectTrouble {

    private ConnectTrouble() {}

    static RelayTrouble of(SmtpRelay relay, MessagingException e, RelayTransport transport, Handshake handshake) {
        String name = relay.name();
        SmtpReply reply = SmtpReply.parse(transport.getLastServerResponse());
        SmtpReply refusal = reply == null || reply.code() < 400 ? null : reply;
        if (isHungUp(e)) {
            return hungUp(relay);
        }
        if (e instanceof AuthenticationFailedException && relay.login() != null) {
            return LoginTrouble.refused(relay, relay.login(), SmtpReply.parse(e.getMessage()), transport.challenge());
        }
        if (isTls(e)) {
            return new RelayTrouble(Kind.TLS, refusal, TlsTrouble.sentence(relay, e, handshake));
        }
        if (refusal != null || e instanceof SMTPSendFailedException) {
            return new RelayTrouble(
                    Kind.REFUSED,
                    refusal,
                    "The relay %s refuses us%s: ask its operator."
                            .formatted(name, refusal == null ? "" : " (" + refusal.line() + ")"));
        }
        if (isCausedBy(e, SocketTimeoutException.class) && !(e instanceof MailConnectException)) {
            return new RelayTrouble(
                    Kind.UNREACHABLE,
                    null,
                    ("The relay %s takes the connection and says nothing: check spring.mail.port, and set "
                                    + "spring.mail.ssl.enabled to true if TLS is spoken there from the start.")
                            .formatted(name));
        }
        return new RelayTrouble(
                Kind.UNREACHABLE,
                null,
                "The relay %s cannot be reached (%s): check spring.mail.host and spring.mail.port."
                        .formatted(name, rootCause(e)));
    }

    static RelayTrouble hungUp(SmtpRelay relay) {
        return new RelayTrouble(
                Kind.UNREACHABLE,
                null,
                "The relay %s broke off the connection before mail could be sent: ask its operator if this goes on."
                        .formatted(relay.name()));
    }

    /** In the middle of a handshake, or of a login. It says nothing of certificates or passwords. */
    private static boolean isHungUp(MessagingException e) {
        boolean broken = isCausedBy(e, EOFException.class)
                || isCausedBy(e, SocketException.class)
                || isCausedBy(e, SocketTimeoutException.class);
        return String.valueOf(e.getMessage()).equals("[EOF]")
                || (broken && (e instanceof AuthenticationFailedException || isCausedBy(e, SSLException.class)));
    }

    private static boolean isTls(MessagingException e) {
        return !(e instanceof MailConnectException)
                && (isCausedBy(e, SSLException.class)
                        || String.valueOf(e.getMessage()).startsWith("STARTTLS is required"));
    }

    private static boolean isCausedBy(Throwable e, Class<? extends Throwable> type) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }

    private static String rootCause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof UnknownHostException) {
            return "there is no such host";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
