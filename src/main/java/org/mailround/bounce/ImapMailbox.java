package org.mailround.bounce;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A mailbox that is read by IMAP (RFC 9051, RFC 3501): what was taken is moved to folders of its own. */
class ImapMailbox implements Mailbox {

    private static final Logger log = LoggerFactory.getLogger(ImapMailbox.class);

    /** Taken, then moved together: so many are taken again after a crash. */
    private static final int CHUNK = 50;

    /** Angus remembers every message of an open folder. */
    private static final int ROUND = 1000;

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
        try (Store store = server.connect()) {
            IMAPFolder inbox = (IMAPFolder) store.getFolder(folder);
            Cabinet cabinet = cabinet((IMAPStore) store, inbox);
            return read(inbox, cabinet, intake);
        } catch (MessagingException e) {
            throw MailboxTrouble.unavailable(server, e);
        }
    }

    private Cabinet cabinet(IMAPStore store, IMAPFolder inbox) throws MessagingException {
        ImapFolders folders = new ImapFolders(store, inbox.getSeparator());
        return new Cabinet(folders.named(judged), folders.named(aside), store.hasCapability("MOVE"));
    }

    private MailboxResult read(IMAPFolder inbox, Cabinet cabinet, Intake intake) throws MessagingException {
        long last = 0;
        boolean begun = false;
        try {
            do {
                inbox.open(Folder.READ_WRITE);
                long[] uids = UidSearch.beyond(last, inbox, cabinet.marks(inbox));
                begun = true;
                last = round(inbox, uids, cabinet, intake);
                inbox.close(false);
            } while (last > 0);
            return intake.result(null);
        } catch (MessagingException e) {
            if (!begun) {
                throw e;
            }
            log.debug("Reading the bounce mailbox broke off", e);
            return intake.result(MailboxTrouble.sentence(server, e));
        }
    }

    /** @return the last that was looked at; 0 where there is nothing more */
    private static long round(IMAPFolder inbox, long[] uids, Cabinet cabinet, Intake intake) throws MessagingException {
        int end = Math.min(uids.length, ROUND);
        for (int begin = 0; begin < end; begin += CHUNK) {
            chunk(inbox, Arrays.copyOfRange(uids, begin, Math.min(end, begin + CHUNK)), cabinet, intake);
        }
        return end < uids.length ? uids[end - 1] : 0;
    }

    /** What was taken is put away, too, when the next cannot be. */
    private static void chunk(IMAPFolder inbox, long[] uids, Cabinet cabinet, Intake intake) throws MessagingException {
        Map<Disposal, List<Message>> taken = new EnumMap<>(Disposal.class);
        Message[] messages = inbox.getMessagesByUID(uids);
        try {
            for (int i = 0; i < uids.length; i++) {
                byte[] octets = messages[i] == null ? null : ImapOctets.of(inbox, messages[i], uids[i], intake);
                if (octets != null) {
                    Disposal disposal = intake.take(octets, uids[i]);
                    taken.computeIfAbsent(disposal, key -> new ArrayList<>()).add(messages[i]);
                }
            }
        } catch (RuntimeException e) {
            putAwayBefore(e, inbox, taken, cabinet, intake);
            throw e;
        }
        cabinet.putAway(inbox, taken, intake);
    }

    private static void putAwayBefore(
            RuntimeException e, IMAPFolder inbox, Map<Disposal, List<Message>> taken, Cabinet cabinet, Intake intake) {
        try {
            cabinet.putAway(inbox, taken, intake);
        } catch (MessagingException second) {
            e.addSuppressed(second);
        }
    }
}
