package org.mailround.article;

import com.rometools.rome.feed.synd.SyndEntry;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** The picture that a feed gives an item beside its body. */
final class FeedImage {

    private static final String MEDIA = "http://search.yahoo.com/mrss/";

    /** The first enclosed picture, else the first in Media RSS, which may say how large it is; null where there is none. */
    static @Nullable Image of(SyndEntry entry, @Nullable String base) {
        Stream<Image> enclosed = entry.getEnclosures().stream()
                .filter(enclosure -> isImage(enclosure.getType(), null, enclosure.getUrl()))
                .map(enclosure -> image(base, enclosure.getUrl(), null, null));
        Stream<Image> media = entry.getForeignMarkup().stream()
                .flatMap(FeedImage::withGroup)
                .filter(FeedImage::isMediaImage)
                .map(element -> image(
                        base,
                        element.getAttributeValue("url"),
                        element.getAttributeValue("width"),
                        element.getAttributeValue("height")));
        return Stream.concat(enclosed, media)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Image image(
            @Nullable String base, @Nullable String written, @Nullable String width, @Nullable String height) {
        String url = written == null || written.isBlank() ? null : WebAddress.absolute(base, written);
        return url == null ? null : new Image(url, null, Image.pixels(width), Image.pixels(height));
    }

    private static Stream<Element> withGroup(Element element) {
        Collection<Element> children =
                element.getName().equals("group") || element.getName().equals("content")
                        ? element.getChildren()
                        : List.of();
        return Stream.concat(Stream.of(element), children.stream());
    }

    private static boolean isMediaImage(Element element) {
        if (!element.getNamespaceURI().equals(MEDIA)) {
            return false;
        }
        return element.getName().equals("thumbnail")
                || element.getName().equals("content")
                        && isImage(
                                element.getAttributeValue("type"),
                                element.getAttributeValue("medium"),
                                element.getAttributeValue("url"));
    }

    private static boolean isImage(@Nullable String type, @Nullable String medium, @Nullable String url) {
        if (type != null && !type.isBlank()) {
            return type.toLowerCase(Locale.ROOT).startsWith("image/");
        }
        if (medium != null) {
            return medium.equals("image");
        }
        return url != null && url.toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png|gif|webp|avif)(\\?.*)?");
    }

    private FeedImage() {}
}
