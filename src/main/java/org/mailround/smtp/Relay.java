package org.mailround.smtp;

import java.util.List;

/** The SMTP server that mail is submitted to. */
public interface Relay {

    /** {@code host:port}, or {@code sandbox}: an edition remembers it. */
    String name();

    /** Whether this is the built-in relay, from which mail never leaves the machine. */
    boolean isSandbox();

    /** Whether the relay runs on this machine. */
    boolean isLoopback();

    /** A connection that is not open yet. It is for one thread at a time, but for {@link RelayConnection#abort()}. */
    RelayConnection connection();

    /**
     * A connection that is open.
     *
     * @throws RelayUnavailableException if the relay cannot be reached, trusted or logged in to
     */
    default RelayConnection connect() {
        RelayConnection connection = connection();
        connection.open();
        return connection;
    }

    /** Connects, logs in where that is configured, and sends nothing. */
    default RelayExamination examine() {
        try (RelayConnection connection = connect()) {
            return new RelayExamination(null, List.of(), null, null, false);
        } catch (RelayUnavailableException e) {
            return new RelayExamination(e.trouble(), List.of(), null, null, false);
        }
    }
}
