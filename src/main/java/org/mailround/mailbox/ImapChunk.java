package org.mailround.mailbox;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** Some messages that are taken one after the other, and then put away together. */
class ImapChunk {

    private final IMAPFolder inbox;
    private final List<Long> uids;
    private final Intake intake;
    private final Map<Disposal, List<Long>> taken = new EnumMap<>(Disposal.class);

    ImapChunk(IMAPFolder inbox, List<Long> uids, Intake intake) {
        this.inbox = inbox;
        this.uids = uids;
        this.intake = intake;
    }

    void take() throws MessagingException {
        try {
            take(uids);
        } catch (MessagingException e) {
            if (!UidCommand.isRefusal(e)) {
                throw e;
            }
            takeEach();
        }
    }

    private void take(List<Long> some) throws MessagingException {
        for (Map.Entry<Long, byte[]> opening : UidFetch.openings(inbox, some).entrySet()) {
            long uid = opening.getKey();
            byte[] octets = UidFetch.whole(inbox, uid, opening.getValue());
            taken.computeIfAbsent(intake.take(octets, uid), disposal -> new ArrayList<>())
                    .add(uid);
        }
    }

    /** One that the server cannot give may have kept the others from being fetched. */
    private void takeEach() throws MessagingException {
        List<Long> done = taken.values().stream().flatMap(List::stream).toList();
        for (Long uid : uids.stream().filter(uid -> !done.contains(uid)).toList()) {
            try {
                take(List.of(uid));
            } catch (MessagingException e) {
                if (!UidCommand.isRefusal(e)) {
                    throw e;
                }
                intake.fail(uid, e);
                intake.done(Disposal.LATER, 1);
            }
        }
    }

    void putAway(Cabinet cabinet) throws MessagingException {
        for (Map.Entry<Disposal, List<Long>> some : taken.entrySet()) {
            cabinet.putAway(some.getKey(), some.getValue());
            intake.done(some.getKey(), some.getValue().size());
        }
    }
}
