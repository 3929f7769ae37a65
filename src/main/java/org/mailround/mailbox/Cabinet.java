package org.mailround.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where messages go once they were taken: to folders, or where that cannot be, they are marked.
 *
 * @param judged null where there can be no such folder
 * @param aside null where there can be no such folder
 */
record Cabinet(
        IMAPFolder inbox, @Nullable Folder judged, @Nullable Folder aside, Marks marks) {

    private static final Logger log = LoggerFactory.getLogger(Cabinet.class);

    /** @throws MessagingException if the connection is lost, or messages can be neither moved nor marked */
    void putAway(Disposal disposal, List<Long> uids) throws MessagingException {
        switch (disposal) {
            case JUDGED -> putAway(uids, judged, marks.judged());
            case SET_ASIDE -> putAway(uids, aside, marks.aside());
            case LATER -> {}
        }
    }

    private void putAway(List<Long> uids, @Nullable Folder to, String flags) throws MessagingException {
        if (to == null) {
            flag(UidCommand.set(uids), flags);
        } else if (!isMoved(UidCommand.set(uids), to.getFullName())) {
            putAwayRest(UidCommand.set(UidSearch.of(inbox, "UID " + UidCommand.set(uids))), to.getFullName(), flags);
        }
    }

    /** Some servers refuse to move any where somebody else has just taken one away. */
    private void putAwayRest(String set, String to, String flags) throws MessagingException {
        if (!set.isEmpty() && !isMoved(set, to)) {
            log.warn("The mail server does not let messages be moved, so that they are marked where they are");
            flag(set, flags);
        }
    }

    private boolean isMoved(String set, String to) throws MessagingException {
        try {
            move(set, to);
            return true;
        } catch (MessagingException e) {
            if (!UidCommand.isRefusal(e)) {
                throw e;
            }
            log.debug("The mail server does not move messages", e);
            return false;
        }
    }

    private void move(String set, String to) throws MessagingException {
        if (has("MOVE")) {
            UidCommand.send(inbox, "MOVE " + set, to);
            return;
        }
        UidCommand.send(inbox, "COPY " + set, to);
        flag(set, "\\Deleted");
        expunge(set);
    }

    /** Without UIDPLUS (RFC 4315) the server would remove all that are marked, so that ours stay marked beside others. */
    private void expunge(String set) throws MessagingException {
        if (has("UIDPLUS")) {
            UidCommand.send(inbox, "EXPUNGE " + set);
        } else if (UidCommand.set(UidSearch.of(inbox, "DELETED")).equals(set)) {
            inbox.expunge();
        }
    }

    private void flag(String set, String flags) throws MessagingException {
        UidCommand.send(inbox, "STORE %s +FLAGS.SILENT (%s)".formatted(set, flags));
    }

    private boolean has(String capability) throws MessagingException {
        return ((IMAPStore) inbox.getStore()).hasCapability(capability);
    }
}
