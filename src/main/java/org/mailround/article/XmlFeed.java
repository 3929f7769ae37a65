package org.mailround.article;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** RSS, Atom and CDF, read as one would read a careless letter: what can be made sense of counts. */
final class XmlFeed {

    private static final Logger log = LoggerFactory.getLogger(XmlFeed.class);

    /** Elements and attributes: what an attack on memory is made of. The largest feeds have a fifth of it. */
    private static final int MOST_PARTS = 300_000;

    /** The parser looks for what an end tag ends among the innermost 256. */
    private static final int DEEPEST = 200;

    /** Ends whatever a text may break off in: an attribute, a tag, a comment, CDATA. What is open around it nobody closed. */
    private static final String END = " \"'>-->]]><end-of-feed/>";

    /**
     * The items of a feed in the order in which they begin.
     *
     * @param address where it was fetched from; null where that is no web address
     * @param url what the reasons call it
     * @return the last of them may be half an item
     */
    static List<Found> items(String text, @Nullable String address, String url) throws UnreadableException {
        Document document = parse(text, url);
        List<Element> elements = itemsOf(document);
        refuseOthers(document, elements.isEmpty(), url);
        Element end = document.getElementsByTag("end-of-feed").last();
        if (elements.isEmpty() && (end == null || end.parent() != document)) {
            throw Feed.breaksOff(url);
        }
        if (elements.size() > Feed.MOST_ITEMS) {
            log.debug("{} has more than {} items: the first are read", url, Feed.MOST_ITEMS);
        }
        FeedHead head = FeedHead.of(document, address);
        List<Found> items = new ArrayList<>();
        for (Element element : elements.subList(0, Math.min(elements.size(), Feed.MOST_ITEMS))) {
            boolean last = element == elements.get(elements.size() - 1);
            boolean half = last && (end == null || end.parents().contains(element));
            items.add(XmlItem.of(element, head).found(half));
        }
        return items;
    }

    private static Document parse(String text, String url) throws UnreadableException {
        Parser lenient = Parser.xmlParser().settings(ParseSettings.htmlDefault).setMaxDepth(DEEPEST);
        try (StreamParser parser = new StreamParser(lenient).parse(text + END, "")) {
            int parts = 0;
            int items = 0;
            for (Iterator<Element> elements = parser.iterator(); elements.hasNext() && items <= Feed.MOST_ITEMS; ) {
                Element element = elements.next();
                parts += 1 + element.attributesSize();
                items += FeedNames.isItem(element) ? 1 : 0;
                if (parts > MOST_PARTS) {
                    throw Feed.hasTooManyParts(url);
                }
            }
            return parser.document();
        }
    }

    /** In the order in which they begin: one that is never closed ends where the next begins. */
    private static List<Element> itemsOf(Document document) {
        return document.stream()
                .filter(element -> FeedNames.isItem(element) && !isInsideAnother(element))
                .toList();
    }

    /** A text may quote a whole feed. */
    private static boolean isInsideAnother(Element element) {
        Element parent = element.parent();
        while (parent != null && FeedNames.isItem(parent)) {
            parent = parent.parent();
        }
        return parent != null && parent.parents().stream().anyMatch(FeedNames::isItem);
    }

    private static void refuseOthers(Document document, boolean isEmpty, String url) throws UnreadableException {
        List<String> roots = document.children().stream().map(FeedNames::of).toList();
        if (roots.contains("html") || roots.contains("xhtml:html")) {
            throw Feed.isWebPage(url);
        }
        if (isEmpty && roots.stream().noneMatch(FeedNames.ROOTS::contains)) {
            throw Feed.isNone(url);
        }
    }

    private XmlFeed() {}
}
