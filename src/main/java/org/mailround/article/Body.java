package org.mailround.article;

import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The body of an article, safe to show.
 *
 * @param html sanitised
 * @param text its words, on one line
 * @param opening its first real paragraph as plain text, or all of the text where it has no paragraph
 * @param image the first picture of some size in it; null where there is none
 */
record Body(
        String html, String text, String opening, @Nullable Image image) {

    /** Shorter ones are bylines, dates, captions. */
    private static final int REAL_PARAGRAPH = 40;

    /**
     * @param html as the source has it
     * @param base what its relative addresses are relative to; null where nothing is known
     * @param title what its first heading must not repeat
     */
    static Body of(String html, @Nullable String base, String title) {
        String safe = Allowlist.sanitise(TidyHtml.tidy(html, base, title));
        Element body = Jsoup.parseBodyFragment(safe).body();
        String text = Characters.line(body.text());
        return new Body(safe, text, opening(body, text), image(body));
    }

    private static String opening(Element body, String text) {
        List<String> paragraphs = body.select("p").stream()
                .filter(p -> p.closest("li, table, pre") == null)
                .map(p -> Characters.line(p.text()))
                .filter(line -> !line.isEmpty())
                .toList();
        return paragraphs.stream()
                .filter(line -> line.length() >= REAL_PARAGRAPH)
                .findFirst()
                .orElse(paragraphs.isEmpty() ? text : paragraphs.get(0));
    }

    /** An icon stands for an article only where there is nothing larger. */
    private static @Nullable Image image(Element body) {
        List<Image> images = body.select("img[src]").stream()
                .map(Body::imageOf)
                .filter(Objects::nonNull)
                .toList();
        return images.stream()
                .filter(image -> !image.isSmall())
                .findFirst()
                .orElse(images.isEmpty() ? null : images.get(0));
    }

    private static @Nullable Image imageOf(Element image) {
        String url = WebAddress.kept(image.attr("src"));
        String alt = Characters.line(image.attr("alt"));
        return url == null
                ? null
                : new Image(
                        url,
                        alt.isEmpty() ? null : alt,
                        Image.pixels(image.attr("width")),
                        Image.pixels(image.attr("height")));
    }
}
