package org.mailround.article;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What an address answered.
 *
 * @param octets as they are before any transfer made them smaller; none where nothing has changed
 * @param charset as the answer's head declares it; null where it does not
 * @param address where it came from in the end; null where that is no web address
 * @param unchanged whether it is still what the validators that were sent stand for
 * @param validators what to ask with the next time
 * @param movedTo the absolute address that the server says to use from now on; null where it says no such thing
 */
record Fetched(
        byte[] octets,
        @Nullable Charset charset,
        @Nullable String address,
        boolean unchanged,
        Validators validators,
        @Nullable String movedTo) {

    /** The most that a feed may have. */
    static final int MOST_OCTETS = 10 * 1024 * 1024;

    /** What is read anew each time. */
    Fetched(byte[] octets, @Nullable Charset charset, @Nullable String address) {
        this(octets, charset, address, false, Validators.NONE, null);
    }

    /** What is too large. */
    static UnreadableException tooLarge(String address) {
        return new UnreadableException(
                "%s is larger than 10 MB: ask for a feed of the latest items alone".formatted(address));
    }
}
