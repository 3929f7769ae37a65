package org.mailround.article;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The HTML in an element of a feed, where careless feeds mix what is escaped with what is not. */
final class Markup implements NodeVisitor {

    private final Element root;
    private final boolean escapes;
    private final StringBuilder html = new StringBuilder();

    private Markup(Element root, boolean escapes) {
        this.root = root;
        this.escapes = escapes;
    }

    /** The text is HTML by itself; elements among it were not escaped, but should have been. */
    static String html(Element element) {
        return element.childrenSize() == 0 ? element.wholeText() : new Markup(element, false).read();
    }

    /** The elements are HTML, and the text is text. */
    static String xhtml(Element element) {
        return new Markup(element, true).read();
    }

    /** How many tags there are in a text, or a few more. */
    static long tags(String html) {
        return html.chars().filter(c -> c == '<').count();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            html.append(escapes ? Entities.escape(text.getWholeText()) : text.getWholeText());
        } else if (node instanceof Element element && element != root) {
            html.append('<').append(element.tag().localName());
            for (Attribute attribute : element.attributes()) {
                html.append(' ').append(attribute.getKey()).append("=\"");
                html.append(Entities.escape(attribute.getValue())).append('"');
            }
            html.append('>');
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && element != root && !isVoid(element)) {
            html.append("</").append(element.tag().localName()).append('>');
        }
    }

    private String read() {
        root.traverse(this);
        return html.toString();
    }

    /** HTML would take the end of a line break for another one. */
    private static boolean isVoid(Element element) {
        return element.childNodeSize() == 0
                && switch (element.tag().localName()) {
                    case "area",
                            "base",
                            "br",
                            "col",
                            "embed",
                            "hr",
                            "img",
                            "input",
                            "link",
                            "meta",
                            "source",
                            "track",
                            "wbr" -> true;
                    default -> false;
                };
    }
}
