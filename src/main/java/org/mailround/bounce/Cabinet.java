package org.mailround.bounce;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where messages go once they were taken: to folders, or where that cannot be, they are marked.
 *
 * @param judged null where there can be no such folder
 * @param aside null where there can be no such folder
 * @param moves whether the server moves by itself (RFC 6851)
 */
record Cabinet(@Nullable Folder judged, @Nullable Folder aside, boolean moves) {

    private static final Logger log = LoggerFactory.getLogger(Cabinet.class);

    /** The marks that a folder keeps, once it is open. */
    Marks marks(IMAPFolder inbox) {
        return Marks.of(inbox.getPermanentFlags());
    }

    void putAway(IMAPFolder inbox, Map<Disposal, List<Message>> taken, Intake intake) throws MessagingException {
        for (Map.Entry<Disposal, List<Message>> entry : taken.entrySet()) {
            List<Message> messages = entry.getValue();
            switch (entry.getKey()) {
                case JUDGED -> putAway(inbox, messages, judged, marks(inbox).judged());
                case SET_ASIDE -> putAway(inbox, messages, aside, marks(inbox).aside());
                case LATER -> {}
            }
            intake.done(entry.getKey(), messages.size());
        }
    }

    private void putAway(IMAPFolder inbox, List<Message> messages, @Nullable Folder to, jakarta.mail.Flags marks)
            throws MessagingException {
        Removal removal = new Removal(inbox, moves);
        if (to == null || !removal.move(messages, to)) {
            removal.mark(messages, marks);
        }
    }
}
