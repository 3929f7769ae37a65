package org.mailround.mailbox;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** Which messages there are of some kind: Jakarta Mail would make an object of each. */
final class UidSearch {

    private UidSearch() {}

    /** @param keys as RFC 9051 section 6.4.4 has them */
    static List<Long> of(IMAPFolder folder, String keys) throws MessagingException {
        List<Long> found = new ArrayList<>();
        for (Response response : UidCommand.send(folder, "SEARCH " + keys)) {
            if (response instanceof IMAPResponse answer && answer.keyEquals("SEARCH")) {
                for (long uid = answer.readLong(); uid != -1; uid = answer.readLong()) {
                    found.add(uid);
                }
            }
        }
        return found;
    }
}
