package org.mailround.message;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Makes a running text fit into a mail: its pictures into the column, and its headings below the title. */
final class Prose {

    private Prose() {}

    /** @param html a fragment of a body */
    static String fit(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        document.select("h1").forEach(heading -> heading.tagName("h2"));
        document.select("img").forEach(Pictures::fit);
        return document.body().html();
    }
}
