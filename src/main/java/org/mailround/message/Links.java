package org.mailround.message;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailround.clinic.Sender;
import org.mailround.rfc.EmailAddress;
import org.mailround.token.Purpose;
import org.mailround.token.Tokens;

/** The links of one delivery. They name it by signed tokens, and nobody can read from them who it is. */
final class Links {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+!$'*";

    private final Sender sender;
    private final Tokens tokens;
    private final String signingKey;
    private final long deliveryId;
    private final Map<Purpose, String> signed = new EnumMap<>(Purpose.class);

    Links(Sender sender, Tokens tokens, String signingKey, long deliveryId) {
        this.sender = sender;
        this.tokens = tokens;
        this.signingKey = signingKey;
        this.deliveryId = deliveryId;
    }

    /** The public page, such as {@code https://…/unsubscribe/TOKEN}; empty without a public URL. */
    Optional<String> page(Purpose purpose) {
        URI publicUrl = sender.publicUrl();
        return publicUrl == null
                ? Optional.empty()
                : Optional.of(publicUrl.toASCIIString() + "/" + purpose.name().toLowerCase(Locale.ROOT) + "/"
                        + token(purpose));
    }

    /** Unsubscribes by mail (RFC 2369, RFC 6068). */
    String mailto() {
        EmailAddress address = sender.from().address();
        return "mailto:%s@%s?subject=unsubscribe%%20%s"
                .formatted(percentEncoded(address.local()), address.domain(), token(Purpose.UNSUBSCRIBE));
    }

    /** What a reader follows: the page, and by mail where there are no pages, so that no link is ever dead. */
    String visible(Purpose purpose) {
        return page(purpose).orElseGet(this::mailto);
    }

    private String token(Purpose purpose) {
        return signed.computeIfAbsent(purpose, p -> tokens.sign(signingKey, p, deliveryId));
    }

    private static String percentEncoded(String local) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : local.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(UNRESERVED.indexOf(octet) >= 0 ? Character.toString(octet) : "%%%02X".formatted(octet));
        }
        return encoded.toString();
    }
}
