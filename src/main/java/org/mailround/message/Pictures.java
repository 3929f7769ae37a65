package org.mailround.message;

import org.jsoup.nodes.Element;

/** Fits pictures into a mail's column: Outlook goes by their width and height alone, and knows no max-width. */
final class Pictures {

    /** The column, in pixels: 600 less what stands on both sides. */
    static final int COLUMN = 536;

    private Pictures() {}

    static void fit(Element picture) {
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
            picture.attr("height", String.valueOf(heightAt(fitting, width, height)));
        } else {
            picture.removeAttr("height");
        }
    }

    private static int pixels(Element picture, String attribute) {
        String value = picture.attr(attribute).strip().replaceFirst("px$", "");
        return value.matches("[1-9]\\d{0,4}") ? Integer.parseInt(value) : 0;
    }

    static int heightAt(int shownWidth, int width, int height) {
        return Math.max(1, Math.round((float) shownWidth * height / width));
    }
}
