package org.mailround.smtp;

/** A connection to a relay that stays open from message to message. */
public interface RelayConnection extends AutoCloseable {

    /**
     * Greeting, EHLO, TLS and login as configured.
     *
     * @throws RelayUnavailableException if the relay cannot be reached, trusted or logged in to
     */
    void open();

    /**
     * Submits one message to one recipient: an SMTP transaction (RFC 5321 section 3.3).
     *
     * @param message the octets after DATA, lines ended by CRLF, not yet dot-stuffed
     * @param finalDot asked before the message is handed over
     * @return what became of it; never an exception for anything that a relay can do
     */
    Submission submit(Envelope envelope, byte[] message, FinalDot finalDot);

    /** Whether another message can be submitted. After trouble with the relay it cannot. */
    boolean isOpen();

    /** Breaks it off, whatever it is doing; for any thread. What was under way ends as lost. */
    void abort();

    /** Says QUIT if it still can. */
    @Override
    void close();
}
