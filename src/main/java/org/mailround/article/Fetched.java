package org.mailround.article;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What an address answered.
 *
 * @param octets as they are before any transfer made them smaller
 * @param charset as the answer's head declares it; null where it does not
 * @param address where it came from in the end; null where that is no web address
 */
record Fetched(
        byte[] octets, @Nullable Charset charset, @Nullable String address) {

    boolean isUnchanged() {
        return false;
    }

    Validators validators() {
        return Validators.NONE;
    }

    /** The most that a feed may have. */
    static final int MOST_OCTETS = 10 * 1024 * 1024;

    /** What is too large. */
    static UnreadableException tooLarge(String address) {
        return new UnreadableException(
                "%s is larger than 10 MB: ask for a feed of the latest items alone".formatted(address));
    }
}
