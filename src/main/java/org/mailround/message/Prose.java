package org.mailround.message;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes a running text fit into a mail: its pictures into the column (Outlook on Windows knows no max-width, it needs the
 * attribute), and its headings below the title.
 */
final class Prose {

    /** How wide the text of a mail is, in CSS pixels. */
    static final int COLUMN = 536;

    private Prose() {}

    /** @param html a fragment of a body */
    static String fit(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        document.select("h1").forEach(heading -> heading.tagName("h2"));
        document.select("img").forEach(Prose::fit);
        return document.body().html();
    }

    private static void fit(Element picture) {
        if (!picture.hasAttr("alt")) {
            picture.attr("alt", "");
        }
        int width = pixels(picture, "width");
        int height = pixels(picture, "height");
        if (width == 0) {
            // a height alone would distort it where it is narrower than it says
            picture.removeAttr("height").attr("width", String.valueOf(COLUMN));
            return;
        }
        int fitting = Math.min(width, COLUMN);
        picture.attr("width", String.valueOf(fitting)).attr("style", "width:" + fitting + "px");
        if (height > 0) {
            picture.attr("height", String.valueOf(Math.max(1, Math.round((float) height * fitting / width))));
        } else {
            picture.removeAttr("height");
        }
    }

    private static int pixels(Element picture, String attribute) {
        String value = picture.attr(attribute).strip().replaceFirst("px$", "");
        return value.matches("[1-9]\\d{0,4}") ? Integer.parseInt(value) : 0;
    }
}
