package org.mailround.article;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One item of a JSON Feed, whose values may be of other types than they should be. */
record JsonItem(JsonNode item, JsonNode feed) {

    /** @param address where the feed was fetched from; null where that is no web address */
    Found found(@Nullable String address) {
        String base = address == null ? text(feed, "feed_url", "home_page_url") : address;
        String link = address(base, "url", "external_url");
        String author = author(item);
        return new Found(
                text(item, "id"),
                link,
                text(item, "title"),
                body(),
                link == null ? base : link,
                text(item, "summary"),
                image(base),
                null,
                author == null ? author(feed) : author,
                List.of(),
                values(item.path("tags"))
                        .map(tag -> tag.asString("").strip())
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList(),
                Stream.of("date_published", "date_modified")
                        .map(name -> text(item, name))
                        .map(date -> date == null ? null : FeedDate.parse(date))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                false);
    }

    private String body() {
        String html = text(item, "content_html");
        if (html != null) {
            return html;
        }
        String text = text(item, "content_text", "summary");
        return text == null ? "" : TextConstruct.paragraphs(text);
    }

    private @Nullable Image image(@Nullable String base) {
        String named = address(base, "image", "banner_image");
        return Stream.concat(
                        Stream.ofNullable(named),
                        values(item.path("attachments"))
                                .filter(file -> file.path("mime_type")
                                        .asString("")
                                        .toLowerCase(Locale.ROOT)
                                        .startsWith("image/"))
                                .map(file -> WebAddress.absolute(
                                        base, file.path("url").asString(""))))
                .filter(Objects::nonNull)
                .findFirst()
                .map(url -> Image.ofUnknownSize(url, null))
                .orElse(null);
    }

    private @Nullable String address(@Nullable String base, String... names) {
        String written = text(item, names);
        return written == null ? null : WebAddress.absolute(base, written);
    }

    /** Version 1.0 has one author, 1.1 several. */
    private static @Nullable String author(JsonNode of) {
        String names = Stream.of("authors", "author")
                .flatMap(key -> values(of.path(key)))
                .map(author -> author.isObject() ? text(author, "name") : author.asString(""))
                .filter(Objects::nonNull)
                .map(FeedAuthor::name)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    /** One value may stand for a list of one. */
    private static Stream<JsonNode> values(JsonNode node) {
        return node.isArray() ? node.valueStream() : Stream.of(node);
    }

    private static @Nullable String text(JsonNode of, String... names) {
        return Stream.of(names)
                .map(name -> of.path(name).asString("").strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
