package org.mailround.article;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** A page that was saved, or written by hand. */
final class HtmlFile {

    /** @param guid what the file is known by */
    static Found read(String guid, String text) {
        Document page = Jsoup.parse(text);
        page.outputSettings().prettyPrint(false);
        return Found.text(guid, title(page), content(page).html());
    }

    /** The title of a page often ends with the name of the site; its one top heading does not. */
    private static @Nullable String title(Document page) {
        String title = Characters.line(page.title());
        Elements top = page.body().select("h1");
        String heading = top.isEmpty() ? "" : Characters.line(top.get(0).text());
        if (!heading.isEmpty() && (title.isEmpty() || top.size() == 1 && title.contains(heading))) {
            return heading;
        }
        if (!title.isEmpty()) {
            return title;
        }
        Element other = page.body().selectFirst("h2, h3");
        return other == null ? null : Characters.line(other.text());
    }

    private static Element content(Document page) {
        Elements articles = page.body().select("article");
        if (articles.size() == 1) {
            return articles.get(0);
        }
        Elements main = page.body().select("main");
        if (main.size() == 1) {
            return main.get(0);
        }
        page.body().select("> header, > footer, > aside").remove();
        return page.body();
    }

    private HtmlFile() {}
}
