package org.mailround.message;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailround.token.Purpose;
import org.mailround.token.Tokens;

/** The links of one delivery. They name it by signed tokens, and nobody can read from them who it is. */
final class Links {

    private final LinkStarts starts;
    private final Tokens tokens;
    private final String signingKey;
    private final long deliveryId;
    private final Map<Purpose, String> signed = new EnumMap<>(Purpose.class);

    Links(LinkStarts starts, Tokens tokens, String signingKey, long deliveryId) {
        this.starts = starts;
        this.tokens = tokens;
        this.signingKey = signingKey;
        this.deliveryId = deliveryId;
    }

    /** The public page, such as {@code https://…/unsubscribe/TOKEN}; null without a public URL. */
    @Nullable
    String page(Purpose purpose) {
        String start = starts.page(purpose);
        return start == null ? null : start + token(purpose);
    }

    /** Unsubscribes by mail (RFC 2369, RFC 6068). */
    String mailto() {
        return starts.mailto() + token(Purpose.UNSUBSCRIBE);
    }

    /** What a reader follows: the page, and by mail where there are no pages, so that no link is ever dead. */
    String visible(Purpose purpose) {
        String page = page(purpose);
        return page == null ? mailto() : page;
    }

    private String token(Purpose purpose) {
        return signed.computeIfAbsent(purpose, p -> tokens.sign(signingKey, p, deliveryId));
    }
}
