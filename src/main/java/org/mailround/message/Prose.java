package org.mailround.message;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Makes a running text fit into a mail: its pictures into the column, and its headings below the title. */
final class Prose {

    private static final int LOWEST = 6;

    private Prose() {}

    /** @param html a fragment of a body, right below the title of the mail */
    static String fit(String html) {
        return fit(html, 1);
    }

    /**
     * @param html a fragment of a body
     * @param title the level of the heading that it stands below
     */
    static String fit(String html, int title) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        document.select("h1").forEach(heading -> heading.tagName("h2"));
        lower(document.select("h2, h3, h4, h5, h6"), title);
        document.select("img").forEach(Pictures::fit);
        return document.body().html();
    }

    /** Those who go from heading to heading hear what is part of what. */
    private static void lower(Elements headings, int title) {
        int highest = headings.stream().mapToInt(Prose::level).min().orElse(LOWEST);
        int down = Math.max(0, title + 1 - highest);
        headings.forEach(heading -> heading.tagName("h" + Math.min(LOWEST, level(heading) + down)));
    }

    private static int level(Element heading) {
        return Integer.parseInt(heading.normalName().substring(1));
    }
}
