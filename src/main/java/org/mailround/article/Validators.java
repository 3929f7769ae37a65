package org.mailround.article;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailround.web.Visit.Answered;

/**
 * By what a server knows which state of a feed was read last (RFC 9110 section 8.8), in its own words; null where it said
 * none, or so many that there is no room for them.
 */
record Validators(@Nullable String etag, @Nullable String lastModified) {

    static final Validators NONE = new Validators(null, null);

    private static final int LONGEST = 500;

    /** Those of an answer. */
    static Validators of(Answered answered) {
        return new Validators(kept(answered.header("ETag")), kept(answered.header("Last-Modified")));
    }

    /** Those of an answer that says nothing has changed, which need not repeat what did not. */
    Validators renewed(Answered answered) {
        Validators told = of(answered);
        return new Validators(
                told.etag == null ? etag : told.etag, told.lastModified == null ? lastModified : told.lastModified);
    }

    /** What asks for the feed if it has changed since (RFC 9110 section 13.1). */
    Map<String, String> conditions() {
        Map<String, String> conditions = new HashMap<>();
        if (etag != null) {
            conditions.put("If-None-Match", etag);
        }
        if (lastModified != null) {
            conditions.put("If-Modified-Since", lastModified);
        }
        return conditions;
    }

    private static @Nullable String kept(String value) {
        return value.isBlank() || value.length() > LONGEST ? null : value;
    }
}
