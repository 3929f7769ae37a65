package org.mailround.article;

import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says that holds for each of its items.
 *
 * @param base what relative addresses are relative to where no {@code xml:base} says otherwise; null where nothing is known
 * @param author of the items that name none (RFC 4287 section 4.1.2); null where there is none
 */
record FeedHead(@Nullable String base, @Nullable String author) {

    /** @param address where the feed was fetched from; null where that is no web address */
    static FeedHead of(Element document, @Nullable String address) {
        XmlFields fields = XmlFields.ofHead(document);
        return new FeedHead(base(fields, address), FeedAuthor.ofFeed(fields));
    }

    /** Atom's addresses are relative to where it came from, those of RSS are usually meant to be so to the site. */
    private static @Nullable String base(XmlFields fields, @Nullable String address) {
        Stream<String> site = fields.texts("link");
        Stream<String> self = address == null ? links(fields, "self") : Stream.of(address);
        return Stream.of(site, self, links(fields, "alternate"), links(fields, ""))
                .flatMap(found -> found)
                .map(found -> WebAddress.absolute(address, found))
                .filter(found -> found != null)
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> links(XmlFields fields, String rel) {
        return fields.all("link").filter(link -> link.attr("rel").equals(rel)).map(link -> link.attr("href"));
    }
}
