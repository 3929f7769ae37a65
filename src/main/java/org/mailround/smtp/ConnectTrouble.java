package org.mailround.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;
import org.mailround.rfc.SmtpReply;
import org.mailround.smtp.RelayTrouble.Kind;

/** Says why no connection could be had. */
final class ConnectTrouble {

    private ConnectTrouble() {}

    /** @param lastReply the last that the relay said; null where it said nothing */
    static RelayTrouble of(SmtpRelay relay, MessagingException e, @Nullable String lastReply) {
        String name = relay.name();
        SmtpReply reply = SmtpReply.parse(lastReply);
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
}
