package org.mailround.article;

import org.jspecify.annotations.Nullable;

/** What tells whether an answer would still be the same (RFC 9110 section 8.8). */
record Validators(@Nullable String etag, @Nullable String lastModified) {

    static final Validators NONE = new Validators(null, null);
}
