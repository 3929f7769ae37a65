package org.mailround.subscriber;

/** Where the database keeps what was deleted from it. */
public enum Cleaning {
    /** Nowhere: there was nothing to clean. */
    NEEDLESS,
    /** Nowhere: H2's file was written anew without it. */
    REWRITTEN,
    /** Nowhere that the server reads: PostgreSQL has taken the room of dead rows back. Its log and backups are the operator's. */
    VACUUMED,
    /** In H2's file, until the process that owns the file writes it anew, which one that serves does within a minute. */
    OWED
}
