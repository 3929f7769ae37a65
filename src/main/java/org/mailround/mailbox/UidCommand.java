package org.mailround.mailbox;

import jakarta.mail.MessagingException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.jspecify.annotations.Nullable;

/**
 * Commands by the numbers that stay a message's own (RFC 9051 section 6.4.9). Those that somebody else took away are passed
 * over by the server, while positions in the folder would have to be followed.
 */
final class UidCommand {

    private UidCommand() {}

    /** @throws MessagingException if the server refuses, or the connection is lost: see {@link #isRefusal} */
    static Response[] send(IMAPFolder folder, String command) throws MessagingException {
        return (Response[]) folder.doCommand(protocol -> send(protocol, command, null));
    }

    /** A command with the name of a folder at its end. */
    static void send(IMAPFolder folder, String command, String name) throws MessagingException {
        Argument argument = new Argument();
        argument.writeString(BASE64MailboxEncoder.encode(name));
        folder.doCommand(protocol -> send(protocol, command, argument));
    }

    private static Response[] send(IMAPProtocol protocol, String command, @Nullable Argument argument)
            throws ProtocolException {
        Response[] responses = protocol.command("UID " + command, argument);
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(responses[responses.length - 1]);
        return responses;
    }

    /** Whether the server did not want to, and goes on listening. */
    static boolean isRefusal(MessagingException e) {
        return e.getCause() instanceof CommandFailedException || e.getCause() instanceof BadCommandException;
    }

    static String set(Collection<Long> uids) {
        return uids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
