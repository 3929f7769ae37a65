package org.mailround.web;

import com.ibm.icu.text.IDNA;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads addresses on the web as browsers do: what people write there is not always encoded, and opens all the same. What
 * is behind the {@code #} stays with the browser.
 */
public final class Address {

    private static final int LAST_PORT = 65_535;

    /** What is no address as it stands; {@code [} and {@code ]} may be in a host alone. */
    private static final String ENCODED = "\"<>\\^`{|}[]";

    private static final Pattern ABSOLUTE = Pattern.compile(
            "(?i)(https?://(?:[^/?#@]*@)?)([^/?#@:\\[\\]]+|\\[[^/?#@\\[\\]]*\\])(:\\d*)?([/?][^#]*)?(?:#.*)?",
            Pattern.DOTALL);

    private static final IDNA UTS46 =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    private Address() {}

    /** It ready to be asked; null where it is no absolute http or https address, or has no host or a port that cannot be. */
    public static @Nullable URI of(String written) {
        Matcher parts = ABSOLUTE.matcher(written.strip());
        if (!parts.matches()) {
            return null;
        }
        String port = parts.group(3) == null ? "" : parts.group(3);
        String rest = parts.group(4) == null ? "" : parts.group(4);
        try {
            URI uri = URI.create(encoded(parts.group(1)) + host(parts.group(2)) + port + encoded(rest));
            return uri.getHost() == null || uri.getPort() > LAST_PORT ? null : uri;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Where a redirect leads to; null where that is no such address. */
    public static @Nullable URI of(String location, URI from) {
        String written = location.strip();
        if (written.startsWith("//")) {
            return of(from.getScheme() + ":" + written);
        }
        if (written.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*")) {
            return of(written);
        }
        try {
            return of(from.resolve(encoded(written.replaceFirst("(?s)#.*", ""))).toString());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** It without the name and password that may stand in it. */
    static URI withoutUser(URI address) {
        String written = address.toString();
        return address.getRawUserInfo() == null ? address : URI.create(written.replaceFirst("://[^/?#@]*@", "://"));
    }

    private static String host(String written) {
        if (written.chars().allMatch(c -> c < 0x7f)) {
            return written;
        }
        IDNA.Info info = new IDNA.Info();
        String ascii = UTS46.nameToASCII(written, new StringBuilder(), info).toString();
        if (info.hasErrors()) {
            throw new IllegalArgumentException("no host");
        }
        return ascii;
    }

    private static String encoded(String written) {
        byte[] octets = written.getBytes(StandardCharsets.UTF_8);
        StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < octets.length; i++) {
            int c = octets[i] & 0xff;
            boolean plain = c > ' ' && c < 0x7f && ENCODED.indexOf(c) < 0 && (c != '%' || isEscape(octets, i));
            encoded.append(plain ? Character.toString(c) : "%%%02X".formatted(c));
        }
        return encoded.toString();
    }

    private static boolean isEscape(byte[] octets, int percent) {
        return percent + 2 < octets.length
                && Character.digit(octets[percent + 1], 16) >= 0
                && Character.digit(octets[percent + 2], 16) >= 0;
    }
}
