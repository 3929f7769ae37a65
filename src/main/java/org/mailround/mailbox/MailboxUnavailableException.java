package org.mailround.mailbox;

/**
 * The mailbox could not be opened. The message says why and how to mend it, for people; it tells no password and no address.
 */
public class MailboxUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailboxUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
