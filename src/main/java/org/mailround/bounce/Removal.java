package org.mailround.bounce;

import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes messages out of a folder, though others may have taken some of them away. */
class Removal {

    private static final Logger log = LoggerFactory.getLogger(Removal.class);

    private final IMAPFolder from;
    private final boolean moves;

    /** @param moves whether the server moves by itself (RFC 6851) */
    Removal(IMAPFolder from, boolean moves) {
        this.from = from;
        this.moves = moves;
    }

    /**
     * @return false where the server does not let us, and those that are still there should be marked
     * @throws MessagingException if the connection is lost
     */
    boolean move(List<Message> messages, Folder to) throws MessagingException {
        Message[] present = present(messages);
        if (present.length == 0) {
            return true;
        }
        try {
            move(present, to);
            return true;
        } catch (FolderClosedException | StoreClosedException e) {
            throw e;
        } catch (MessagingException e) {
            log.debug("Messages cannot be moved together", e);
            return moveEach(messages, to);
        }
    }

    /** One that is gone may have kept the others from being moved. */
    private boolean moveEach(List<Message> messages, Folder to) throws MessagingException {
        boolean all = true;
        for (Message message : present(messages)) {
            try {
                move(new Message[] {message}, to);
            } catch (FolderClosedException | StoreClosedException e) {
                throw e;
            } catch (MessagingException e) {
                all &= present(List.of(message)).length == 0;
                log.warn("A message of the bounce mailbox cannot be moved, and is marked where it is: {}", reason(e));
            }
        }
        return all;
    }

    private void move(Message[] messages, Folder to) throws MessagingException {
        if (moves) {
            from.moveMessages(messages, to);
            return;
        }
        from.copyMessages(messages, to);
        from.setFlags(messages, new Flags(Flag.DELETED), true);
        Expunge.of(from, messages);
    }

    void mark(List<Message> messages, Flags marks) throws MessagingException {
        Message[] present = present(messages);
        if (present.length > 0) {
            from.setFlags(present, marks, true);
        }
    }

    /** Asks the server for news first (NOOP). */
    private Message[] present(List<Message> messages) throws MessagingException {
        from.getMessageCount();
        return messages.stream().filter(message -> !message.isExpunged()).toArray(Message[]::new);
    }

    private static String reason(MessagingException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\S+@\\S+", "…");
    }
}
