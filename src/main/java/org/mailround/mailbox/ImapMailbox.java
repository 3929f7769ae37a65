package org.mailround.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mailbox that is read by IMAP (RFC 9051, RFC 3501): what was taken is moved to folders of its own. */
class ImapMailbox implements Mailbox {

    private static final Logger log = LoggerFactory.getLogger(ImapMailbox.class);

    /** Taken, then moved together: so many are taken again after a crash. */
    private static final int CHUNK = 50;

    private final MailboxServer server;
    private final String folder;
    private final String judged;
    private final String aside;

    ImapMailbox(MailboxServer server, String folder, String judged, String aside) {
        this.server = server;
        this.folder = folder;
        this.judged = judged;
        this.aside = aside;
    }

    @Override
    public MailboxResult read(Intake intake) {
        boolean begun = false;
        try (Store store = server.connect()) {
            IMAPFolder inbox = (IMAPFolder) store.getFolder(folder);
            ImapFolders folders = new ImapFolders((IMAPStore) store, inbox.getSeparator());
            Folder forJudged = folders.named(judged);
            Folder forAside = folders.named(aside);
            inbox.open(Folder.READ_WRITE);
            Marks marks = Marks.of(inbox.getPermanentFlags());
            List<Long> uids = UidSearch.of(inbox, "UNDELETED " + marks.unmarked());
            begun = true;
            read(inbox, uids, new Cabinet(inbox, forJudged, forAside, marks), intake);
            inbox.close(false);
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
        server.examine(folder);
    }

    private static void read(IMAPFolder inbox, List<Long> uids, Cabinet cabinet, Intake intake)
            throws MessagingException {
        for (int begin = 0; begin < uids.size(); begin += CHUNK) {
            ImapChunk chunk = new ImapChunk(inbox, uids.subList(begin, Math.min(uids.size(), begin + CHUNK)), intake);
            try {
                chunk.take();
            } catch (RuntimeException e) {
                putAwayAfter(e, chunk, cabinet);
                throw e;
            }
            chunk.putAway(cabinet);
        }
    }

    /** What was taken is put away, too, when the next cannot be taken. */
    private static void putAwayAfter(RuntimeException e, ImapChunk chunk, Cabinet cabinet) {
        try {
            chunk.putAway(cabinet);
        } catch (MessagingException second) {
            e.addSuppressed(second);
        }
    }
}
