package org.mailround.smtp;

/** What proves to a relay who we are. */
interface Credentials {

    /**
     * What to prove it with now.
     *
     * @throws RelayUnavailableException if it cannot be had
     */
    Secret current();

    /** The relay refused this one: it is not told again. */
    void refused(Secret secret);

    /** Which settings to look at when the relay refuses. */
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
