package org.mailround.smtp;

/** No connection to the relay could be had. */
public class RelayUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RelayTrouble trouble;

    RelayUnavailableException(RelayTrouble trouble) {
        super(trouble.sentence());
        this.trouble = trouble;
    }

    RelayUnavailableException(RelayTrouble trouble, Throwable cause) {
        super(trouble.sentence(), cause);
        this.trouble = trouble;
    }

    /** What is wrong. */
    public RelayTrouble trouble() {
        return trouble;
    }
}
