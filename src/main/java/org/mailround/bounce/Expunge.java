package org.mailround.bounce;

import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.search.FlagTerm;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** Removes messages that are marked as deleted, and nobody else's. */
final class Expunge {

    private Expunge() {}

    /** Without UIDPLUS (RFC 4315) the server would remove all that are marked, so that ours stay marked beside others. */
    static void of(IMAPFolder folder, Message[] deleted) throws MessagingException {
        if (((IMAPStore) folder.getStore()).hasCapability("UIDPLUS")) {
            folder.expunge(deleted);
        } else if (folder.search(new FlagTerm(new Flags(Flag.DELETED), true)).length == deleted.length) {
            folder.expunge();
        }
    }
}
