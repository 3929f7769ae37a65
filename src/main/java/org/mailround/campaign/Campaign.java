package org.mailround.campaign;

import org.jspecify.annotations.Nullable;

/**
 * What staff set up to be sent.
 *
 * @param name unique, a slug: {@code weekly-digest}
 * @param title as people read it; a digest's subject begins with it
 * @param template the name of its files in {@code templates/}, without their endings
 * @param maxArticles how many articles a digest shows at most; those beyond it appear as title and link. Null for
 *     a one-off
 */
public record Campaign(
        long id,
        String name,
        Kind kind,
        String title,
        String template,
        @Nullable Integer maxArticles) {}
