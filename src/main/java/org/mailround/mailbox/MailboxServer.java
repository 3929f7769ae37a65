package org.mailround.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Properties;
import org.mailround.credential.AccessTokens;
import org.mailround.credential.Credentials;
import org.mailround.credential.Credentials.Secret;
import org.mailround.credential.TokenUnavailableException;

/**
 * The server of the mailbox, and who we are to it.
 *
 * @param protocol {@code imap} or {@code pop3}, whether or not TLS is spoken
 * @param properties Jakarta Mail's own
 */
record MailboxServer(
        String protocol, String host, int port, String username, Credentials credentials, Properties properties) {

    /** @throws MailboxUnavailableException if there is no connection, no TLS, or no login */
    Store connect() {
        Secret secret = secret();
        try {
            return connect(secret);
        } catch (AuthenticationFailedException e) {
            credentials.refused(secret);
            if (!secret.cached()) {
                throw MailboxTrouble.unavailable(this, e);
            }
        } catch (MessagingException e) {
            throw MailboxTrouble.unavailable(this, e);
        }
        // a token that was good before may have been taken back
        try {
            return connect(secret());
        } catch (MessagingException e) {
            throw MailboxTrouble.unavailable(this, e);
        }
    }

    /**
     * Opens a folder and looks at nothing.
     *
     * @throws MailboxUnavailableException if it cannot be opened
     */
    void examine(String folder) {
        try (Store store = connect()) {
            Folder opened = store.getFolder(folder);
            opened.open(Folder.READ_ONLY);
            opened.close(false);
        } catch (MessagingException e) {
            throw MailboxTrouble.unavailable(this, e);
        }
    }

    private Secret secret() {
        try {
            return credentials.current();
        } catch (TokenUnavailableException e) {
            throw new MailboxUnavailableException(String.valueOf(e.getMessage()), e);
        }
    }

    private Store connect(Secret secret) throws MessagingException {
        Session session = Session.getInstance(properties);
        Store store = isByToken() && protocol.equals("imap") ? new TokenStore(session) : session.getStore(protocol);
        store.connect(host, port, username, secret.text());
        return store;
    }

    boolean isByToken() {
        return credentials instanceof AccessTokens;
    }

    /** As people know it. */
    String name() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public String toString() {
        return "MailboxServer[" + name() + "]";
    }
}
