package org.mailround.article;

import org.jspecify.annotations.Nullable;

/** Where feeds put the words of an item. */
final class FeedWords {

    private static final String[] TITLES = {"title", "dc:title", "media:title", "itunes:title"};

    /** What says it all before what sums it up. */
    private static final String[] BODIES = {
        "content:encoded",
        "content",
        "xhtml:body",
        "body",
        "fullitem",
        "description",
        "summary",
        "dc:description",
        "dcterms:abstract",
        "abstract",
        "itunes:summary",
        "itunes:subtitle",
        "media:description"
    };

    /** The title as plain text; null where there is none. */
    static @Nullable String title(XmlFields item) {
        return item.all(TITLES)
                .map(element -> TextConstruct.of(element).plain())
                .filter(title -> !title.isBlank())
                .findFirst()
                .orElse(null);
    }

    /** The body; null where there is none. */
    static @Nullable TextConstruct body(XmlFields item) {
        return item.all(BODIES)
                .map(TextConstruct::of)
                .filter(text -> !text.value().isBlank())
                .findFirst()
                .orElse(null);
    }

    private FeedWords() {}
}
