package org.mailround.article;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Entities;

/**
 * Plain text as people paste it from a page or a document, in HTML.
 *
 * @param title its first line, word for word; empty where there is no text
 * @param html the rest of it
 */
record PastedText(String title, String html) {

    static PastedText of(String text) {
        List<String> lines = new ArrayList<>(text.lines().map(PastedText::tidy).toList());
        while (!lines.isEmpty() && lines.get(0).isBlank()) {
            lines.remove(0);
        }
        if (lines.isEmpty()) {
            return new PastedText("", "");
        }
        String title = lines.remove(0).strip();
        List<TextBlock> blocks = TextBlocks.of(NavigationDebris.without(lines));
        StringBuilder html = new StringBuilder();
        for (int i = 0; i < blocks.size(); ) {
            i = append(html, blocks, i);
        }
        return new PastedText(title, html.toString());
    }

    /** Page separators and the like end a line; a blank is a blank. */
    private static String tidy(String line) {
        return Characters.lines(line.replace('\u00a0', ' ').replace("\t", "    "))
                .stripTrailing();
    }

    /** Appends the block at this place, or the list that begins there, and says where to go on. */
    private static int append(StringBuilder html, List<TextBlock> blocks, int at) {
        TextBlock block = blocks.get(at);
        if (block.isItem()) {
            TextList list = TextList.at(blocks, at);
            if (list.isOne()) {
                html.append(list.html());
                return list.end();
            }
            html.append("<p>").append(Entities.escape(block.marked())).append("</p>");
        } else if (block.isRule()) {
            html.append(html.isEmpty() ? "" : "<hr>");
        } else if (at + 1 < blocks.size() && block.looksLikeHeading()) {
            html.append("<h2>").append(Entities.escape(block.line())).append("</h2>");
        } else {
            html.append(block.paragraph());
        }
        return at + 1;
    }
}
