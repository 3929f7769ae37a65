package org.mailround.article;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of an item, word for word: nothing in it is safe, and every value but the body may be missing.
 *
 * @param guid what the item is known by within its source
 * @param link absolute
 * @param title plain text
 * @param html the body
 * @param base what relative addresses in the body are relative to
 * @param excerpt plain text
 * @param image its address absolute
 * @param spareImage what to show where there is neither an {@code image} nor one in the body; its address absolute
 * @param topics its own, without those of the source
 * @param categories what its source sorts it under, in the source's words
 * @param half whether the source broke off in it
 */
record Found(
        @Nullable String guid,
        @Nullable String link,
        @Nullable String title,
        String html,
        @Nullable String base,
        @Nullable String excerpt,
        @Nullable Image image,
        @Nullable Image spareImage,
        @Nullable String author,
        List<String> topics,
        List<String> categories,
        @Nullable Instant publishedAt,
        boolean half) {

    /** An item of a source that has no categories and does not break off. */
    Found(
            @Nullable String guid,
            @Nullable String link,
            @Nullable String title,
            String html,
            @Nullable String base,
            @Nullable String excerpt,
            @Nullable Image image,
            @Nullable Image spareImage,
            @Nullable String author,
            List<String> topics,
            @Nullable Instant publishedAt) {
        this(guid, link, title, html, base, excerpt, image, spareImage, author, topics, List.of(), publishedAt, false);
    }

    /** An item that says nothing but its title and body. */
    static Found text(String guid, @Nullable String title, String html) {
        return new Found(guid, null, title, html, null, null, null, null, null, List.of(), null);
    }

    /** One in which its source broke off before anything was known of it. */
    static Found ofNothingWhole() {
        return new Found(null, null, null, "", null, null, null, null, null, List.of(), List.of(), null, true);
    }
}
