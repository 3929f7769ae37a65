package org.mailround.article;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Makes paragraphs of what stands about loose, or in boxes that mean nothing in a mail. */
final class Paragraphs {

    /** What stays as it is, with all that is in it. */
    private static final Set<String> BLOCKS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "table", "hr");

    /** What is no more than a box around others. */
    private static final Set<String> BOXES = Set.of(
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "address",
            "center",
            "figure",
            "figcaption",
            "dl",
            "dt",
            "dd",
            "form",
            "fieldset",
            "details",
            "summary",
            "body");

    private static final String ANY_BLOCK = String.join(",", BLOCKS) + "," + String.join(",", BOXES);

    private final Element out = new Element("body");
    private @Nullable Element open;

    /** Leaves blocks alone as children of this element: every loose run of text becomes a paragraph. */
    static void arrange(Element body) {
        Paragraphs paragraphs = new Paragraphs();
        paragraphs.take(body);
        paragraphs.close();
        body.empty().appendChildren(List.copyOf(paragraphs.out.childNodes()));
        for (Element box : body.select(String.join(",", BOXES))) {
            if (box == body) {
                continue;
            }
            if (box.selectFirst("> p, > ul, > ol, > div, > blockquote, > table, > pre") == null) {
                box.tagName("p");
            } else {
                box.unwrap();
            }
        }
    }

    private void take(Element box) {
        List<Node> children = List.copyOf(box.childNodes());
        // One by one they would leave at the cost of all that come after.
        box.empty();
        for (Node child : children) {
            if (child instanceof Comment) {
                continue;
            }
            if (child instanceof Element element && BLOCKS.contains(element.normalName())) {
                close();
                out.appendChild(element);
            } else if (child instanceof Element element && isBox(element)) {
                close();
                take(element);
                close();
            } else {
                inline(child);
            }
        }
    }

    private static boolean isBox(Element element) {
        return BOXES.contains(element.normalName()) || element.selectFirst(ANY_BLOCK) != null;
    }

    private void inline(Node node) {
        boolean isBreak = isBreak(node);
        if (open == null && (isBreak || node instanceof TextNode text && text.isBlank())) {
            return;
        }
        if (isBreak && isBreak(lastOf(open))) {
            // Two breaks in a row are how some editors write a new paragraph.
            close();
            return;
        }
        if (open == null) {
            open = out.appendElement("p");
        }
        open.appendChild(node);
    }

    private void close() {
        for (Node last = lastOf(open); last != null && isBreak(last); last = lastOf(open)) {
            last.remove();
        }
        open = null;
    }

    private static boolean isBreak(@Nullable Node node) {
        return node instanceof Element element && element.normalName().equals("br");
    }

    /** The last node that shows. */
    private static @Nullable Node lastOf(@Nullable Element element) {
        Node last = element == null ? null : element.lastChild();
        while (last instanceof TextNode text && text.isBlank()) {
            last = last.previousSibling();
        }
        return last;
    }

    private Paragraphs() {}
}
