package org.mailround.credential;

/** There is no token to log in with. The message says why and how to mend it, for people, and tells no secret. */
public class TokenUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean mayPass;

    TokenUnavailableException(boolean mayPass, String sentence) {
        super(sentence);
        this.mayPass = mayPass;
    }

    /** Whether it may pass while we wait. A refused client will not. */
    public boolean mayPass() {
        return mayPass;
    }
}
