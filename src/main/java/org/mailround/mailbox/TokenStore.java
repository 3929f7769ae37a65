package org.mailround.mailbox;

import jakarta.mail.Session;
import jakarta.mail.URLName;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/** A mailbox that is opened by token alone: Jakarta Mail would say the token as a password to a server that knows none. */
class TokenStore extends IMAPStore {

    static final String NONE = "No login methods supported!";

    TokenStore(Session session) {
        super(session, new URLName("imap", null, -1, null, null, null));
    }

    @Override
    protected void preLogin(IMAPProtocol protocol) throws ProtocolException {
        if (!protocol.hasCapability("AUTH=XOAUTH2")) {
            throw new ProtocolException(NONE);
        }
    }
}
