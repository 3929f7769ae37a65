package org.mailround.preflight;

import java.util.Locale;
import java.util.Map;

/** What came of asking for an address on the web. */
sealed interface Visit {

    /**
     * Somebody answered.
     *
     * @param headers by their names in lower case
     * @param body no more of it than was asked for
     */
    @SuppressWarnings("ArrayRecordComponent") // the beginning of a picture, read once
    record Answered(int status, Map<String, String> headers, byte[] body) implements Visit {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        boolean isRedirect() {
            return (status == 301 || status == 302 || status == 303 || status == 307 || status == 308)
                    && headers.containsKey("location");
        }
    }

    /**
     * Nobody did.
     *
     * @param reason a clause: “there is no such host”
     */
    record Failed(String reason) implements Visit {}

    /** There was no time left to hear an answer: nothing is known of it. */
    record Unheard() implements Visit {}

    /** It leads into a private network. */
    record Forbidden() implements Visit {}
}
