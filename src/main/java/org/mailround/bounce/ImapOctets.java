package org.mailround.bounce;

import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;

/** Fetches one message as it is, and leaves it unread. */
final class ImapOctets {

    private ImapOctets() {}

    /**
     * @return its first {@link Opening#LONGEST} octets; null where somebody took it away, or the server cannot give it
     * @throws MessagingException if the connection is lost
     */
    static byte @Nullable [] of(IMAPFolder inbox, Message message, long uid, Intake intake) throws MessagingException {
        ((IMAPMessage) message).setPeek(true);
        try (InputStream in = ((IMAPMessage) message).getMimeStream()) {
            byte[] octets = in.readNBytes(Opening.LONGEST);
            // a server may answer that one is empty which has just been taken away
            return octets.length == 0 && isGone(inbox, message) ? null : octets;
        } catch (IOException | MessagingException e) {
            if (!inbox.isOpen()) {
                throw new FolderClosedException(inbox, "The connection broke while a message was fetched", e);
            }
            if (!isGone(inbox, message)) {
                intake.fail(uid, e);
                intake.done(Disposal.LATER, 1);
            }
            return null;
        }
    }

    /** Asks the server for news first (NOOP). */
    private static boolean isGone(IMAPFolder inbox, Message message) throws MessagingException {
        inbox.getMessageCount();
        return message.isExpunged();
    }
}
