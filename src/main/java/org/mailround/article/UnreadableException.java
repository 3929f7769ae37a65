package org.mailround.article;

/** A source, or one item of it, cannot be read. The reason is one sentence that names the thing and the mend. */
final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnreadableException(String reason) {
        super(reason);
        this.reason = reason;
    }

    UnreadableException(String reason, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
    }

    /** Something is nested in itself more often than any text is. */
    static UnreadableException tooDeep(StackOverflowError cause) {
        return new UnreadableException("it is nested too deeply: write it plainer", cause);
    }

    String reason() {
        return reason;
    }
}
