package org.mailround.message;

import java.util.Iterator;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.mailround.campaign.Variant;

/** A mail as somebody reads it whom it was not sent to. */
public final class PublicCopy {

    /**
     * What stands there in place of a link of the recipient's own.
     *
     * @param href where it leads, as it stands in the attribute
     * @param words not escaped
     */
    public record Link(String href, String words) {}

    /** No template writes such an address, so it marks where one of the recipient's own was. */
    private static final String THEIRS = "about:blank#of-the-recipient";

    private PublicCopy() {}

    /**
     * The HTML of a rendering with nobody's words in it: what is said to people of whom nothing is known, and no link that
     * acts for anybody.
     *
     * @param instead take the places of the recipient's links, in their order; what links there are beyond is taken out
     */
    public static String of(Variant variant, List<Link> instead) {
        StringBuilder html = new StringBuilder(variant.html().length());
        Slots.scan(variant.html(), html::append, slot -> html.append(slot.kind().isLink() ? THEIRS : slot.fallback()));
        Document document = Jsoup.parse(html.toString());
        document.outputSettings().prettyPrint(false);
        replaceLinks(document, instead);
        takeOutAddresses(document);
        return document.outerHtml();
    }

    private static void replaceLinks(Document document, List<Link> instead) {
        Iterator<Link> links = instead.iterator();
        for (Element theirs : document.select("a[href='" + THEIRS + "']")) {
            if (links.hasNext()) {
                Link link = links.next();
                theirs.attr("href", link.href()).text(link.words());
            } else {
                theirs.remove();
            }
        }
    }

    /** A template may have written one elsewhere, in an attribute or as text. */
    private static void takeOutAddresses(Document document) {
        for (Element element : document.getAllElements()) {
            for (Attribute attribute : element.attributes().asList()) {
                if (attribute.getValue().contains(THEIRS)) {
                    element.removeAttr(attribute.getKey());
                }
            }
            element.textNodes().stream()
                    .filter(text -> text.getWholeText().contains(THEIRS))
                    .forEach(text -> text.text(text.getWholeText().replace(THEIRS, "")));
            element.dataNodes().stream()
                    .filter(data -> data.getWholeData().contains(THEIRS))
                    .forEach(data -> data.setWholeData(data.getWholeData().replace(THEIRS, "")));
        }
    }
}
