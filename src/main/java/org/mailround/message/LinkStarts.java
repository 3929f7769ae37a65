package org.mailround.message;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Sender;
import org.mailround.rfc.EmailAddress;
import org.mailround.token.Purpose;

/** All of each link but the token at its end: what the links of every delivery have in common. */
final class LinkStarts {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+!$'*";

    private final Map<Purpose, String> pages = new EnumMap<>(Purpose.class);
    private final String mailto;

    LinkStarts(Sender sender) {
        URI publicUrl = sender.publicUrl();
        if (publicUrl != null) {
            for (Purpose purpose : Purpose.values()) {
                pages.put(
                        purpose,
                        publicUrl.toASCIIString() + "/" + purpose.name().toLowerCase(Locale.ROOT) + "/");
            }
        }
        EmailAddress address = sender.unsubscribe();
        this.mailto =
                "mailto:%s@%s?subject=unsubscribe%%20".formatted(percentEncoded(address.local()), address.domain());
    }

    /** Of the public page; null without a public URL. */
    @Nullable
    String page(Purpose purpose) {
        return pages.get(purpose);
    }

    String mailto() {
        return mailto;
    }

    private static String percentEncoded(String local) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : local.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(UNRESERVED.indexOf(octet) >= 0 ? Character.toString(octet) : "%%%02X".formatted(octet));
        }
        return encoded.toString();
    }
}
