package org.mailround.mailbox;

/** Where reports arrive, whichever protocol is spoken there. */
interface Mailbox {

    /**
     * Has everything in it taken, one message at a time, and puts away what was.
     *
     * @throws MailboxUnavailableException if it cannot be opened; what breaks later is told by the result
     */
    MailboxResult read(Intake intake);

    /**
     * Logs in and opens it, and looks at nothing.
     *
     * @throws MailboxUnavailableException if that cannot be done
     */
    void examine();
}
