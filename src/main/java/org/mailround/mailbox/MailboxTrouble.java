package org.mailround.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.ReadOnlyFolderException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;

/** Says why the mailbox cannot be read, and how to mend it. */
final class MailboxTrouble {

    private MailboxTrouble() {}

    static MailboxUnavailableException unavailable(MailboxServer server, MessagingException e) {
        return new MailboxUnavailableException(sentence(server, e), e);
    }

    static String sentence(MailboxServer server, Exception e) {
        String name = server.name();
        String said = String.valueOf(e.getMessage());
        if (said.startsWith("STARTTLS required") || said.startsWith("STLS required")) {
            return ("The mail server %s offers no TLS, which is required: use a port at which it does, or set "
                            + "mailround.bounces.tls to optional where you trust the network.")
                    .formatted(name);
        }
        if (!(e instanceof MailConnectException) && isCausedBy(e, SSLException.class)) {
            return tls(server, e);
        }
        if (isCausedBy(e, SocketTimeoutException.class) && !(e instanceof MailConnectException)) {
            return ("The mail server %s takes the connection and says nothing: check mailround.bounces.port, and set "
                            + "mailround.bounces.ssl.enabled to true if TLS is spoken there from the start.")
                    .formatted(name);
        }
        if (e instanceof AuthenticationFailedException || said.equals(TokenStore.NONE)) {
            return login(server, said);
        }
        if (e instanceof FolderNotFoundException) {
            return "The mailbox at %s has no folder of that name: check mailround.bounces.folder.".formatted(name);
        }
        if (e instanceof ReadOnlyFolderException) {
            return "The mailbox at %s may be read and not changed: let mailround.bounces.username move and delete in it."
                    .formatted(name);
        }
        return "The mail server %s cannot be reached (%s): check mailround.bounces.host and mailround.bounces.port."
                .formatted(name, reason(server, e));
    }

    private static String login(MailboxServer server, String said) {
        if (said.contains("No login methods supported") || said.contains("No authentication mechanisms supported")) {
            return ("The mail server %s offers no way to log in that we know: check mailround.bounces.host, and whether it "
                            + "wants %s.")
                    .formatted(
                            server.name(),
                            server.isByToken() ? "a password instead of a token (XOAUTH2)" : "TLS or a token first");
        }
        return "The mail server %s does not accept the login%s: %s."
                .formatted(
                        server.name(),
                        quoted(server, said),
                        server.credentials().mend());
    }

    private static String quoted(MailboxServer server, String said) {
        String line = cleaned(server, said);
        return line.isEmpty() || line.equals("null") ? "" : " (" + line + ")";
    }

    private static String tls(MailboxServer server, Exception e) {
        String name = server.name();
        String reason = reason(server, e);
        if (isCausedBy(e, CertificateExpiredException.class)) {
            return "The certificate of the mail server %s is over: ask its operator to renew it.".formatted(name);
        }
        if (reason.startsWith("No subject alternative") || reason.startsWith("No name matching")) {
            return "The certificate of the mail server %s is not for %s: set mailround.bounces.host to a name that it has."
                    .formatted(name, server.host());
        }
        if (isCausedBy(e, GeneralSecurityException.class)) {
            return ("Nobody that we trust vouches for the certificate of the mail server %s: if it is the right one, put the "
                            + "certificate of its issuer into an SSL bundle of spring.ssl.bundle.pem, and name that in "
                            + "mailround.bounces.ssl.bundle.")
                    .formatted(name);
        }
        if (reason.startsWith("Unsupported or unrecognized SSL message")) {
            return ("The mail server %s does not speak TLS from the start at this port: set mailround.bounces.ssl.enabled to "
                            + "false, or mailround.bounces.port to the right one, often 993 or 995.")
                    .formatted(name);
        }
        return "No TLS can be agreed with the mail server %s (%s): ask its operator which versions it speaks."
                .formatted(name, reason);
    }

    private static boolean isCausedBy(Throwable e, Class<? extends Throwable> type) {
        return causes(e).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
    }

    private static String reason(MailboxServer server, Throwable e) {
        Throwable root = causes(e).reduce((first, second) -> second).orElse(e);
        if (root instanceof UnknownHostException) {
            return "there is no such host";
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : cleaned(server, root.getMessage());
    }

    /** One line without anybody's address or name: servers like to repeat it. */
    private static String cleaned(MailboxServer server, String said) {
        String line = said.replace(server.username(), "…")
                .replaceAll("\\S+@\\S+", "…")
                .replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ")
                .strip()
                .replaceAll("\\.$", "");
        return line.length() <= 200 ? line : line.substring(0, 199).strip() + "…";
    }
}
