package org.mailround.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses of pages and images. */
final class WebAddress {

    /** The address if it is an absolute http or https one that there is room for, else null. */
    static @Nullable String kept(@Nullable String address) {
        return address == null ? null : absolute(null, address);
    }

    /**
     * The absolute http or https address that is meant.
     *
     * @param base what the address is relative to; null where nothing is known
     * @return null if there is none, or it is too long to keep
     */
    static @Nullable String absolute(@Nullable String base, String address) {
        // A picture may be written out in letters, megabytes of them.
        URI uri = address.length() > 2 * Columns.LINK ? null : uri(address);
        URI from = base == null ? null : uri(base);
        if (uri != null && from != null && !uri.isAbsolute() && isWeb(from)) {
            uri = uri(from.resolve(uri).toString());
        }
        return uri != null && isWeb(uri) && uri.toString().length() <= Columns.LINK ? uri.toString() : null;
    }

    /** The address with what browsers would encode encoded (blanks, umlauts, {@code |}); null if it is none. */
    static @Nullable URI uri(String address) {
        StringBuilder encoded = new StringBuilder();
        String line = Characters.line(address);
        for (byte octet : line.getBytes(StandardCharsets.UTF_8)) {
            int c = octet & 0xff;
            if (c <= ' ' || c >= 0x7f || "\"<>\\^`{|}".indexOf(c) >= 0) {
                encoded.append('%').append(String.format(Locale.ROOT, "%02X", c));
            } else {
                encoded.append((char) c);
            }
        }
        try {
            return new URI(encoded.toString());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** The address without a password that may stand in it. */
    static String shown(String address) {
        return address.replaceFirst("://[^/@]*@", "://");
    }

    private static boolean isWeb(URI uri) {
        return uri.getHost() != null
                && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
    }

    private WebAddress() {}
}
