package org.mailround.message;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Fits pictures into a mail's column: Outlook goes by their width and height alone, and knows no max-width. */
final class Pictures {

    /** The column, in pixels: 600 less what stands on both sides. */
    static final int COLUMN = 536;

    private Pictures() {}

    /** @param html sanitised: a picture in it has both a width and a height, in pixels, or neither */
    static String scaled(String html) {
        if (!html.contains("<img")) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        for (Element image : document.select("img[width][height]")) {
            int width = Integer.parseInt(image.attr("width"));
            int height = Integer.parseInt(image.attr("height"));
            if (width > COLUMN) {
                image.attr("width", String.valueOf(COLUMN))
                        .attr("height", String.valueOf(heightAt(COLUMN, width, height)));
            }
        }
        return document.body().html();
    }

    static int heightAt(int shownWidth, int width, int height) {
        return Math.max(1, Math.round((float) shownWidth * height / width));
    }
}
