package org.mailround.mailbox;

import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;

/** Fetches messages as they are, and leaves them unread. */
final class UidFetch {

    /** In octets: most reports are shorter, so that many come in one answer. */
    private static final int USUAL = 64 << 10;

    private UidFetch() {}

    /** The beginning of each that is still there, all in memory at once: few enough must be asked for. */
    static Map<Long, byte[]> openings(IMAPFolder folder, List<Long> uids) throws MessagingException {
        return fetch(folder, uids, 0, USUAL);
    }

    /** All that is judged of one whose beginning is known: its first {@link Opening#LONGEST} octets. */
    static byte[] whole(IMAPFolder folder, long uid, byte[] beginning) throws MessagingException {
        if (beginning.length < USUAL) {
            return beginning;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(Opening.LONGEST);
        all.writeBytes(beginning);
        byte[] none = new byte[0];
        all.writeBytes(
                fetch(folder, List.of(uid), USUAL, Opening.LONGEST - USUAL).getOrDefault(uid, none));
        return all.toByteArray();
    }

    private static Map<Long, byte[]> fetch(IMAPFolder folder, List<Long> uids, int begin, int length)
            throws MessagingException {
        String command = "FETCH %s (UID BODY.PEEK[]<%d.%d>)".formatted(UidCommand.set(uids), begin, length);
        Map<Long, byte[]> fetched = new LinkedHashMap<>();
        for (Response response : UidCommand.send(folder, command)) {
            if (response instanceof FetchResponse answer) {
                UID uid = answer.getItem(UID.class);
                BODY body = answer.getItem(BODY.class);
                if (uid != null && body != null && body.getByteArray() != null) {
                    fetched.put(uid.uid, body.getByteArray().getNewBytes());
                }
            }
        }
        return fetched;
    }
}
