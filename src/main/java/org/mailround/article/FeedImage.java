package org.mailround.article;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The picture that a feed gives an item beside its body. */
final class FeedImage {

    /** WordPress.com names the writer's face before any other picture. */
    private static final Pattern FACE = Pattern.compile("(?i)https?://[\\w.-]*gravatar\\.com/.*");

    private static final Pattern ENDING = Pattern.compile("(?i)\\.(?:jpe?g|png|gif|webp|avif)(?:$|\\?)");

    /**
     * An enclosed picture, one in Media RSS, which may say how large it is, or in iTunes' words: the first that is not known
     * to be small, else the first; null where there is none.
     *
     * @param base what their addresses are relative to; null where nothing is known
     */
    static @Nullable Image of(XmlFields item, @Nullable String base) {
        Stream<Image> enclosed = Stream.concat(
                item.all("enclosure")
                        .filter(element -> isImage(element, element.attr("url")))
                        .map(element -> image(base, element, "url")),
                item.all("link")
                        .filter(element ->
                                element.attr("rel").equals("enclosure") && isImage(element, element.attr("href")))
                        .map(element -> image(base, element, "href")));
        Stream<Image> media = item.all("media:content", "media:thumbnail")
                .flatMap(FeedImage::withParts)
                .filter(FeedImage::isMediaImage)
                .map(element -> image(base, element, "url"));
        Stream<Image> itunes = item.all("itunes:image").map(element -> image(base, element, "href"));
        List<Image> images = Stream.of(enclosed, media, itunes)
                .flatMap(found -> found)
                .filter(Objects::nonNull)
                .filter(image -> !FACE.matcher(image.url()).matches())
                .toList();
        return images.stream()
                .filter(image -> !image.isSmall())
                .findFirst()
                .orElse(images.isEmpty() ? null : images.get(0));
    }

    private static @Nullable Image image(@Nullable String base, Element element, String attribute) {
        String written = element.attr(attribute);
        String url = written.isBlank() ? null : WebAddress.absolute(base, written);
        return url == null
                ? null
                : new Image(url, null, Image.pixels(element.attr("width")), Image.pixels(element.attr("height")));
    }

    private static Stream<Element> withParts(Element element) {
        return FeedNames.of(element).equals("media:thumbnail")
                ? Stream.of(element)
                : Stream.concat(Stream.of(element), element.children().stream());
    }

    private static boolean isMediaImage(Element element) {
        return switch (FeedNames.of(element)) {
            case "media:thumbnail" -> true;
            case "media:content" -> isImage(element, element.attr("url"));
            default -> false;
        };
    }

    private static boolean isImage(Element element, String url) {
        String type = element.attr("type").strip();
        String medium = element.attr("medium");
        if (!type.isEmpty()) {
            return type.toLowerCase(Locale.ROOT).startsWith("image/");
        }
        return medium.isEmpty() ? ENDING.matcher(url).find() : medium.equals("image");
    }

    private FeedImage() {}
}
