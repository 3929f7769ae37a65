package org.mailround.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds folders where the server lets ours be, and makes those that are missing. */
class ImapFolders {

    private static final Logger log = LoggerFactory.getLogger(ImapFolders.class);

    private final IMAPStore store;
    private final char separator;

    ImapFolders(IMAPStore store, char separator) {
        this.store = store;
        this.separator = separator;
    }

    /**
     * @param name as people write it, with {@code /} between a folder and one in it
     * @return null where the server lets us have none
     */
    @Nullable
    Folder named(String name) throws MessagingException {
        for (String path : paths(name)) {
            Folder folder = store.getFolder(path);
            if (folder.exists() || made(folder)) {
                return folder;
            }
        }
        log.warn("The mail server lets us make no folder for what was read of the bounce mailbox: messages are marked");
        return null;
    }

    /** Some servers keep all that is somebody's under INBOX (RFC 2342); of those a few do not say so. */
    private Set<String> paths(String name) throws MessagingException {
        String path = separator == 0 ? name : name.replace('/', separator);
        Set<String> paths = new LinkedHashSet<>();
        for (Folder namespace : store.getPersonalNamespaces()) {
            paths.add(under(namespace.getFullName(), path));
        }
        paths.add(path);
        paths.add(under("INBOX", path));
        return paths;
    }

    private String under(String namespace, String path) {
        String prefix = namespace.isEmpty() || separator == 0 ? "" : namespace + separator;
        return path.regionMatches(true, 0, prefix, 0, prefix.length()) ? path : prefix + path;
    }

    private static boolean made(Folder folder) throws MessagingException {
        if (!folder.create(Folder.HOLDS_MESSAGES)) {
            // another process may have been faster
            return folder.exists();
        }
        subscribe(folder);
        return true;
    }

    /** So that people see it in their mail program. */
    private static void subscribe(Folder folder) {
        try {
            folder.setSubscribed(true);
        } catch (MessagingException e) {
            log.debug("A folder that was made cannot be subscribed to", e);
        }
    }
}
