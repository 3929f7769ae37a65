package org.mailround.preflight;

/** The DNS says neither what there is nor that there is nothing. */
class SilentDnsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sentence;
    private final boolean everywhere;

    /** @param everywhere whether the next question would fare no better */
    SilentDnsException(String message, boolean everywhere, Throwable cause) {
        super(message, cause);
        this.sentence = message;
        this.everywhere = everywhere;
    }

    String sentence() {
        return sentence;
    }

    boolean isEverywhere() {
        return everywhere;
    }
}
