package org.mailround.article;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * One item of a feed in XML.
 *
 * @param element all of it
 * @param fields what it says, by name
 * @param head what the feed says for it
 */
record XmlItem(Element element, XmlFields fields, FeedHead head) {

    /** Every place where feeds put a date, the day of publication before that of a change. */
    private static final String[] DATES = {
        "published",
        "pubdate",
        "issued",
        "dcterms:issued",
        "dc:date",
        "dcterms:created",
        "created",
        "dcterms:date",
        "date",
        "updated",
        "modified",
        "dcterms:modified",
        "lastbuilddate"
    };

    static XmlItem of(Element element, FeedHead head) {
        return new XmlItem(element, XmlFields.ofItem(element), head);
    }

    /**
     * What it says of an article.
     *
     * @param half whether the feed breaks off in it
     */
    Found found(boolean half) {
        String link = XmlLink.of(element, fields, head.base());
        String author = FeedAuthor.of(fields);
        TextConstruct body = FeedWords.body(fields);
        String base = base(body == null ? element : body.element(), link);
        Image image = FeedImage.of(fields, base);
        return new Found(
                guid(),
                link,
                FeedWords.title(fields),
                body == null ? "" : body.html(),
                base,
                null,
                image == null || image.isSmall() ? null : image,
                image,
                author == null ? head.author() : author,
                List.of(),
                categories(),
                publishedAt(),
                half);
    }

    private @Nullable String guid() {
        return Stream.concat(fields.texts("guid", "id"), Stream.of(element.attr("rdf:about")))
                .map(Characters::line)
                .filter(guid -> !guid.isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** Nothing but {@code xml:base} tells for sure; the page of the item is what most writers had before their eyes. */
    private @Nullable String base(Element body, @Nullable String link) {
        String base = XmlBase.of(body, head.base());
        return link == null || !Objects.equals(base, head.base()) ? base : link;
    }

    /** As Atom has them in attributes, the others in text. */
    private List<String> categories() {
        return fields.all("category", "dc:subject", "media:category")
                .flatMap(category -> Stream.of(
                                category.attr("label"), category.attr("term"), category.ownText(), category.wholeText())
                        .map(Characters::line)
                        .filter(name -> !name.isEmpty())
                        .limit(1))
                .distinct()
                .toList();
    }

    private @Nullable Instant publishedAt() {
        return Stream.concat(fields.texts(DATES), Stream.of(element.attr("lastmod")))
                .map(FeedDate::parse)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
