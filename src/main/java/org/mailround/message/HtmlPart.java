package org.mailround.message;

import org.jsoup.nodes.Document;

/** The last steps of each HTML part, whatever mail it is for. */
final class HtmlPart {

    private HtmlPart() {}

    static String write(String file, Document document) {
        CssInliner.inline(file, document);
        String html = document.outerHtml();
        return html.endsWith("\n") ? html : html + "\n";
    }
}
