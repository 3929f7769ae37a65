package org.mailround.article;

import org.jspecify.annotations.Nullable;

/**
 * A picture of an article.
 *
 * @param url absolute, http or https
 * @param alt what it shows, plain text; null where nobody wrote it
 * @param width in pixels; null where it is not known, and then the height is not either
 * @param height in pixels; null where it is not known
 */
public record Image(
        String url,
        @Nullable String alt,
        @Nullable Integer width,
        @Nullable Integer height) {

    private static final int MOST = 9999;
    private static final int SMALL = 100;

    public Image {
        if (!isLength(width) || !isLength(height)) {
            width = null;
            height = null;
        }
    }

    /** One of which the source says no size. */
    static Image ofUnknownSize(String url, @Nullable String alt) {
        return new Image(url, alt, null, null);
    }

    /** Whether it is known to be too small to stand for an article. */
    boolean isSmall() {
        return width != null && height != null && (width < SMALL || height < SMALL);
    }

    /** A length as sources write it, in pixels; null where it is none, such as 50%. */
    static @Nullable Integer pixels(@Nullable String written) {
        String number = written == null ? "" : written.strip().replaceFirst("(?i)px$", "");
        return number.matches("\\d{1,4}") ? Integer.valueOf(number) : null;
    }

    private static boolean isLength(@Nullable Integer pixels) {
        return pixels != null && pixels > 0 && pixels <= MOST;
    }
}
