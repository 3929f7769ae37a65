package org.mailround.article;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The page of an item. */
final class XmlLink {

    private static final Set<String> PAGES = Set.of("", "html", "text/html", "application/xhtml+xml");

    /**
     * The address of the page before any detour of those who count clicks; in Atom the alternate, in RSS the link, or
     * the GUID or id where it is one; in CDF an attribute.
     *
     * @param base what it may be relative to; null where nothing is known
     * @return null where there is none
     */
    static @Nullable String of(Element item, XmlFields fields, @Nullable String base) {
        Stream<Written> original = fields.all("feedburner:origlink").map(Written::text);
        Stream<Written> links = alternates(
                fields.all("link", "a").filter(link -> link.hasAttr("href")).toList());
        Stream<Written> texts = fields.all("link").map(Written::text);
        Stream<Written> elsewhere =
                fields.all("content").filter(XmlLink::isPage).map(content -> new Written(content, content.attr("src")));
        return Stream.of(
                        original,
                        links,
                        texts,
                        guids(fields),
                        Stream.of(new Written(item, item.attr("href"))),
                        elsewhere)
                .flatMap(written -> written)
                .filter(written -> !written.address().isBlank())
                .map(written -> WebAddress.absolute(XmlBase.of(written.in(), base), written.address()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Pages first (RFC 4287 section 4.2.7). */
    private static Stream<Written> alternates(List<Element> links) {
        List<Element> alternates = links.stream()
                .filter(link ->
                        Set.of("", "alternate").contains(link.attr("rel").strip()))
                .toList();
        return Stream.concat(alternates.stream().filter(XmlLink::isPage), alternates.stream())
                .map(link -> new Written(link, link.attr("href")));
    }

    private static boolean isPage(Element link) {
        return PAGES.contains(link.attr("type").strip().toLowerCase(Locale.ROOT));
    }

    private static Stream<Written> guids(XmlFields fields) {
        return fields.all("guid", "id")
                .filter(guid -> !guid.attr("ispermalink").strip().equalsIgnoreCase("false"))
                .map(Written::text)
                .filter(guid -> WebAddress.kept(guid.address()) != null);
    }

    private record Written(Element in, String address) {

        static Written text(Element element) {
            return new Written(element, element.wholeText());
        }
    }

    private XmlLink() {}
}
