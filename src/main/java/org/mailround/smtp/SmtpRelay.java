package org.mailround.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.SmtpReply;
import org.mailround.smtp.RelayTrouble.Kind;

/**
 * A relay that is reached by host and port.
 *
 * @param properties Jakarta Mail's own, under {@code mail.smtp.}
 */
record SmtpRelay(
        String host,
        int port,
        boolean implicitTls,
        @Nullable String username,
        @Nullable String password,
        Properties properties,
        String name)
        implements Relay {

    @Override
    public boolean isSandbox() {
        return false;
    }

    @Override
    public boolean isLoopback() {
        return isLoopback(host);
    }

    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public RelayConnection connect() {
        Session session = Session.getInstance(properties);
        RelayTransport transport = new RelayTransport(session, implicitTls ? "smtps" : "smtp", implicitTls);
        try {
            transport.connect(host, port, username, password);
        } catch (MessagingException e) {
            throw new RelayUnavailableException(trouble(e, transport), e);
        }
        return new SmtpConnection(this, session, transport);
    }

    private RelayTrouble trouble(MessagingException e, RelayTransport transport) {
        SmtpReply reply = SmtpReply.parse(transport.getLastServerResponse());
        SmtpReply refusal = reply == null || reply.code() < 400 ? null : reply;
        if (e instanceof AuthenticationFailedException) {
            SmtpReply answer = SmtpReply.parse(e.getMessage());
            return new RelayTrouble(
                    Kind.LOGIN,
                    answer,
                    "The relay %s does not accept the login%s: check spring.mail.username and spring.mail.password."
                            .formatted(name, answer == null ? "" : " (" + answer.line() + ")"));
        }
        if (isTls(e)) {
            return new RelayTrouble(
                    Kind.TLS,
                    refusal,
                    ("The relay %s cannot be spoken to over TLS as required (%s): check its certificate, or set "
                                    + "mailround.relay.tls to optional.")
                            .formatted(name, rootCause(e)));
        }
        if (refusal != null || e instanceof SMTPSendFailedException) {
            return new RelayTrouble(
                    Kind.REFUSED,
                    refusal,
                    "The relay %s refuses us%s: ask its operator."
                            .formatted(name, refusal == null ? "" : " (" + refusal.line() + ")"));
        }
        return new RelayTrouble(
                Kind.UNREACHABLE,
                null,
                "The relay %s cannot be reached (%s): check spring.mail.host and spring.mail.port."
                        .formatted(name, rootCause(e)));
    }

    private static boolean isTls(MessagingException e) {
        if (e instanceof MailConnectException) {
            return false;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return true;
            }
        }
        return String.valueOf(e.getMessage()).startsWith("STARTTLS is required");
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

    @Override
    public String toString() {
        return "SmtpRelay[" + name + "]";
    }
}
