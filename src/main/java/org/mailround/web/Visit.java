package org.mailround.web;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of asking for an address on the web. */
public sealed interface Visit {

    /**
     * Somebody answered.
     *
     * @param address who: where redirects ended
     * @param movedTo where the address that was asked for is for good (RFC 9110 sections 15.4.2 and 15.4.9); null where it
     *     stays what it is
     * @param headers by their names in lower case; of several of one name the first
     * @param body of a success (200), no more of it than was asked for, and not compressed; else empty
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, by who asked
    record Answered(URI address, @Nullable URI movedTo, int status, Map<String, String> headers, byte[] body)
            implements Visit {

        /** Empty where there is none. */
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
        }

        public boolean isRedirect() {
            return isMove() || (status == 302 || status == 303 || status == 307) && headers.containsKey("location");
        }

        boolean isMove() {
            return (status == 301 || status == 308) && headers.containsKey("location");
        }

        Answered movedTo(@Nullable URI now) {
            return new Answered(address, now, status, headers, body);
        }
    }

    /** Nobody did, or not as it should be. */
    record Failed(Failure why) implements Visit {}

    /**
     * It leads into a private network, and was not asked.
     *
     * @param address what was asked for, or where a redirect led
     * @param found what it resolves to
     */
    record Forbidden(URI address, InetAddress found) implements Visit {}
}
