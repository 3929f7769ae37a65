package org.mailround.article;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What addresses in an element are relative to (XML Base; CDF has an attribute of its own). */
final class XmlBase {

    private static final String ATTRIBUTE = "xml:base";

    /**
     * The address that the element's own {@code xml:base} and those around it make together.
     *
     * @param outer what the outermost is relative to, and the answer where there is none; null where nothing is known
     */
    static @Nullable String of(Element element, @Nullable String outer) {
        Element parent = element.parent();
        String around = parent == null ? outer : of(parent, outer);
        String own = element.hasAttr(ATTRIBUTE) ? element.attr(ATTRIBUTE) : element.attr("base");
        String base = own.isBlank() ? null : WebAddress.absolute(around, own);
        return base == null ? around : base;
    }

    private XmlBase() {}
}
