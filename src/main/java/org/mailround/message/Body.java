package org.mailround.message;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A running text in both forms that a mail has, ready to stand in a template. */
record Body(String html, String text) {

    /** Its first paragraph on one line, as plain text. */
    String opening() {
        Element paragraph = Jsoup.parseBodyFragment(html).selectFirst("p");
        return paragraph == null ? "" : paragraph.text();
    }
}
