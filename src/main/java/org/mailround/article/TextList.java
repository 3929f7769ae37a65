package org.mailround.article;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Entities;

/**
 * A list in plain text: items of one kind, whatever blank lines stand between them. An item may be followed by
 * paragraphs that explain it. The text does not say where those of the last item end and the article goes on, so the
 * last item gets as many as the others have.
 */
final class TextList {

    private static final int MOST_PARAGRAPHS = 4;

    private final List<TextBlock> blocks;
    private final List<Entry> entries = new ArrayList<>();
    private int end;

    private record Entry(TextBlock item, List<TextBlock> paragraphs) {}

    /** Reads the list that begins with the item at this place. */
    static TextList at(List<TextBlock> blocks, int begin) {
        TextList list = new TextList(blocks);
        list.read(begin);
        return list;
    }

    private TextList(List<TextBlock> blocks) {
        this.blocks = blocks;
    }

    /** Where the blocks go on after it. */
    int end() {
        return end;
    }

    /** Whether it is one: a single number other than 1 begins a sentence, such as a date. */
    boolean isOne() {
        TextBlock first = first().item();
        return entries.size() > 1 || !first.isNumbered() || first.number() == 1;
    }

    String html() {
        boolean numbered = first().item().isNumbered();
        int expected = numbered ? first().item().number() : 0;
        StringBuilder html = new StringBuilder(
                !numbered ? "<ul>" : expected == 1 ? "<ol>" : "<ol start=\"%d\">".formatted(expected));
        for (Entry entry : entries) {
            int number = entry.item().number();
            html.append(numbered && number != expected ? "<li value=\"%d\">".formatted(number) : "<li>");
            html.append(html(entry)).append("</li>");
            expected = number + 1;
        }
        return html.append(numbered ? "</ol>" : "</ul>").toString();
    }

    private void read(int begin) {
        entries.add(new Entry(blocks.get(begin), new ArrayList<>()));
        end = begin + 1;
        int at = end;
        while (at < blocks.size()) {
            TextBlock block = blocks.get(at);
            List<TextBlock> between = blocks.subList(end, at);
            if (block.isItem()) {
                if (!goesOnWith(block, between)) {
                    break;
                }
                last().paragraphs().addAll(between);
                entries.add(new Entry(block, new ArrayList<>()));
                end = at + 1;
            } else if (block.indented() && between.isEmpty() && !block.isRule()) {
                last().paragraphs().add(block);
                end = at + 1;
            } else if (!mayExplain(block) || between.size() == MOST_PARAGRAPHS) {
                break;
            }
            at++;
        }
        giveTheLastItsShare();
    }

    private boolean goesOnWith(TextBlock item, List<TextBlock> between) {
        TextBlock before = last().item();
        if (item.isNumbered() != before.isNumbered()) {
            return false;
        }
        if (item.isNumbered()) {
            return item.number() == before.number() + 1
                    || between.isEmpty()
                            && (item.number() > before.number() || item.number() == 1 && before.number() == 1);
        }
        // Where the items so far needed no explaining, a paragraph has ended the list and this is another.
        return between.isEmpty() || entries.size() == 1 || !first().paragraphs().isEmpty();
    }

    private static boolean mayExplain(TextBlock block) {
        return !block.isRule() && !block.announces() && !block.looksLikeHeading();
    }

    private void giveTheLastItsShare() {
        int share = entries.stream()
                .limit(entries.size() - 1)
                .mapToInt(entry -> entry.paragraphs().size())
                .max()
                .orElse(0);
        while (last().paragraphs().size() < share
                && end < blocks.size()
                && !blocks.get(end).isItem()
                && mayExplain(blocks.get(end))) {
            last().paragraphs().add(blocks.get(end));
            end++;
        }
    }

    private static String html(Entry entry) {
        if (entry.paragraphs().isEmpty()) {
            return entry.item().content();
        }
        String lead = Entities.escape(entry.item().line());
        StringBuilder html = new StringBuilder("<p>")
                .append(entry.item().endsASentence() ? lead : "<strong>" + lead + "</strong>")
                .append("</p>");
        entry.paragraphs().forEach(block -> html.append(block.paragraph()));
        return html.toString();
    }

    private Entry first() {
        return entries.get(0);
    }

    private Entry last() {
        return entries.get(entries.size() - 1);
    }
}
