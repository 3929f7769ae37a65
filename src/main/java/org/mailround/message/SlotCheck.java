package org.mailround.message;

import java.util.EnumSet;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Whether slots stand where they may, and the one that must be there is. */
final class SlotCheck {

    private static final Set<String> URLS =
            Set.of("action", "background", "cite", "data", "formaction", "href", "poster", "src", "srcset");

    private SlotCheck() {}

    /** @throws TemplateException if not */
    static void html(String file, Document document) {
        for (Element element : document.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                if (URLS.contains(attribute.getKey()) && hasPersonalSlot(attribute.getValue())) {
                    throw new TemplateException(
                            "templates/%s puts something of the recipient into a %s: take it out, because links must not tell who somebody is"
                                    .formatted(file, attribute.getKey()));
                }
            }
            for (DataNode data : element.dataNodes()) {
                if (!slots(file, data.getWholeData()).isEmpty()) {
                    throw new TemplateException(
                            "templates/%s puts something of the recipient into a <%s>: it can stand in text alone, so take it out"
                                    .formatted(file, element.normalName()));
                }
            }
        }
        requireUnsubscribe(file, document.outerHtml());
    }

    /** @throws TemplateException if not */
    static void text(String file, String text) {
        requireUnsubscribe(file, text);
    }

    private static void requireUnsubscribe(String file, String rendering) {
        if (!slots(file, rendering).contains(Slot.Kind.UNSUBSCRIBE)) {
            throw new TemplateException(
                    "templates/%s has no link to unsubscribe: put ${links.unsubscribe} into its footer"
                            .formatted(file));
        }
    }

    private static boolean hasPersonalSlot(String url) {
        Set<Slot.Kind> kinds = EnumSet.noneOf(Slot.Kind.class);
        Slots.scan(url, text -> {}, slot -> kinds.add(slot.kind()));
        return kinds.stream().anyMatch(kind -> !kind.isLink());
    }

    private static Set<Slot.Kind> slots(String file, String rendering) {
        Set<Slot.Kind> kinds = EnumSet.noneOf(Slot.Kind.class);
        Slots.scan(
                rendering,
                text -> {
                    // the rest of a slot that a function of the template cut or changed
                    if (text.chars().anyMatch(Slots::isPrivate)) {
                        throw new TemplateException(
                                "templates/%s changes a value of person or links: print them as they are"
                                        .formatted(file));
                    }
                },
                slot -> kinds.add(slot.kind()));
        return kinds;
    }
}
