package org.mailround.mailbox;

import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mailbox that is read by POP3 (RFC 1939), which has no folders: what was taken is deleted there. */
class PopMailbox implements Mailbox {

    private static final Logger log = LoggerFactory.getLogger(PopMailbox.class);

    /** Nothing is deleted before QUIT: so many are taken again after a crash. */
    private static final int CHUNK = 200;

    private final MailboxServer server;
    private final AsideFiles aside;

    PopMailbox(MailboxServer server, AsideFiles aside) {
        this.server = server;
        this.aside = aside;
    }

    @Override
    public MailboxResult read(Intake intake) {
        boolean begun = false;
        try (Store store = server.connect()) {
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            int all = inbox.getMessageCount();
            begun = true;
            read(inbox, all, intake);
            return intake.result(null);
        } catch (MessagingException e) {
            if (!begun) {
                throw MailboxTrouble.unavailable(server, e);
            }
            log.debug("Reading the bounce mailbox broke off", e);
            return intake.result(MailboxTrouble.sentence(server, e));
        }
    }

    @Override
    public void examine() {
        server.examine("INBOX");
    }

    /** What stays keeps its place at the front (the server lets in nobody else meanwhile), and new mail comes at the end. */
    private void read(Folder inbox, int all, Intake intake) throws MessagingException {
        int stay = 0;
        for (int begin = 0; begin < all; begin += CHUNK) {
            if (!inbox.isOpen()) {
                inbox.open(Folder.READ_WRITE);
            }
            int size = Math.min(CHUNK, Math.min(all - begin, inbox.getMessageCount() - stay));
            stay += chunk(inbox, stay + 1, size, intake);
            inbox.close(true);
        }
        if (inbox.isOpen()) {
            inbox.close(false);
        }
    }

    /** @return how many of them stay */
    private int chunk(Folder inbox, int first, int size, Intake intake) throws MessagingException {
        int stay = 0;
        try {
            for (int number = first; number < first + size; number++) {
                Disposal disposal = dispose(inbox, inbox.getMessage(number), intake);
                intake.done(disposal, 1);
                stay += disposal == Disposal.LATER ? 1 : 0;
            }
        } catch (RuntimeException e) {
            deleteBefore(e, inbox);
            throw e;
        }
        return stay;
    }

    private Disposal dispose(Folder inbox, Message message, Intake intake) throws MessagingException {
        try {
            Opening opening = new Opening();
            message.writeTo(opening);
            Disposal disposal = intake.take(opening.octets(), message.getMessageNumber());
            if (disposal == Disposal.SET_ASIDE) {
                aside.keep(message);
            }
            message.setFlag(Flag.DELETED, disposal != Disposal.LATER);
            return disposal;
        } catch (IOException | MessagingException e) {
            if (!inbox.isOpen()) {
                throw new FolderClosedException(inbox, "The connection broke while a message was fetched", e);
            }
            intake.fail(message.getMessageNumber(), e);
            return Disposal.LATER;
        }
    }

    private static void deleteBefore(RuntimeException e, Folder inbox) {
        try {
            inbox.close(true);
        } catch (MessagingException second) {
            e.addSuppressed(second);
        }
    }
}
