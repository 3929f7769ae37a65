package org.mailround.credential;

/** What proves to a mail server who we are. */
public interface Credentials {

    /**
     * What to prove it with now.
     *
     * @throws TokenUnavailableException if it cannot be had
     */
    Secret current();

    /** The server refused this one: it is not told again. */
    void refused(Secret secret);

    /** Which settings to look at when the server refuses. */
    String mend();

    /**
     * A password, or a token.
     *
     * @param cached whether it was had some time ago, so that another may be had now
     */
    record Secret(String text, boolean cached) {

        @Override
        public String toString() {
            return "Secret[…]";
        }
    }
}
