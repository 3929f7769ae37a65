package org.mailround.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes HTML as text for reading: headings, links in place, lists, in 72 columns, and no markup left over. */
final class PlainText {

    private static final Set<String> BLOCKS =
            Set.of(("address article aside blockquote body center dd details div dl dt"
                            + " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre"
                            + " section summary table tbody td tfoot th thead tr ul")
                    .split(" "));
    private static final Set<String> TIGHT = Set.of("dd", "li", "tbody", "tfoot", "tr");
    private static final Set<String> SILENT = Set.of("head", "script", "style", "template", "title");
    private static final String BLOCK_SELECTOR = String.join(",", BLOCKS);
    private static final Pattern WHITE_SPACE = Pattern.compile("[ \\t\\r\\n\\f]+");
    private static final Pattern WEB_OR_MAIL = Pattern.compile("(?i)(https?|mailto):.*");

    private final int columns;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder sentence = new StringBuilder();

    private PlainText(int columns) {
        this.columns = Math.max(columns, 20);
    }

    /**
     * @param html a body or a fragment of one, with slots or without
     * @return lines separated by LF, none at the end
     */
    static String of(String html) {
        List<String> lines = children(Jsoup.parseBodyFragment(html).body(), Wrap.COLUMNS);
        return String.join("\n", lines).replace('\u00a0', ' ').replace("\u00ad", "");
    }

    private static List<String> children(Element parent, int columns) {
        PlainText text = new PlainText(columns);
        text.addChildren(parent);
        text.endSentence();
        return text.lines;
    }

    private void addChildren(Element parent) {
        for (Node child : parent.childNodes()) {
            if (child instanceof TextNode text) {
                sentence.append(WHITE_SPACE.matcher(text.getWholeText()).replaceAll(" "));
            } else if (child instanceof Element element) {
                addElement(element, element.normalName());
            }
        }
    }

    private void addElement(Element element, String name) {
        if (BLOCKS.contains(name)) {
            endSentence();
            addBlock(block(element, name), TIGHT.contains(name) || isListInItem(element, name));
        } else if (name.equals("br")) {
            sentence.append('\n');
        } else if (name.equals("img")) {
            sentence.append(element.attr("alt").isBlank() ? "" : "[" + element.attr("alt") + "]");
        } else if (name.equals("a")) {
            addLink(element, element.attr("href").strip());
        } else if (!SILENT.contains(name)) {
            addChildren(element);
        }
    }

    private void addLink(Element link, String url) {
        boolean followable = WEB_OR_MAIL.matcher(url).matches();
        if (!link.select(BLOCK_SELECTOR).isEmpty()) {
            addChildren(link);
            endSentence();
            addBlock(followable ? List.of("<" + url + ">") : List.of(), true);
            return;
        }
        int start = sentence.length();
        addChildren(link);
        String text = sentence.substring(start).strip();
        if (followable && text.isEmpty()) {
            sentence.append(url);
        } else if (followable && !text.equals(url) && !("mailto:" + text).equals(url)) {
            sentence.append(" <").append(url.replace(" ", "%20")).append('>');
        }
    }

    private List<String> block(Element element, String name) {
        return switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> underlined(children(element, columns));
            case "blockquote" -> prefixed(children(element, columns - 2), "> ", "> ");
            case "dd" -> prefixed(children(element, columns - 2), "  ", "  ");
            case "hr" -> List.of("-".repeat(24));
            case "li" -> item(element);
            case "pre" -> element.wholeText().stripTrailing().lines().toList();
            case "tr" -> Wrap.words(cells(element), columns);
            default -> children(element, columns);
        };
    }

    private List<String> item(Element item) {
        String marker = "- ";
        Element list = item.parent();
        if (list != null && list.normalName().equals("ol")) {
            String start = list.attr("start");
            int first = start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1;
            List<Element> items =
                    list.children().stream().filter(e -> e.nameIs("li")).toList();
            marker = number(items, items.indexOf(item), first) + ". ";
        }
        return prefixed(children(item, columns - marker.length()), marker, " ".repeat(marker.length()));
    }

    /** Counted on from the last item that says its number. */
    private static int number(List<Element> items, int index, int first) {
        for (int i = index; i >= 0; i--) {
            String value = items.get(i).attr("value");
            if (value.matches("\\d{1,6}")) {
                return Integer.parseInt(value) + index - i;
            }
        }
        return first + index;
    }

    private static String cells(Element row) {
        List<String> cells = new ArrayList<>();
        for (Element cell : row.children()) {
            cells.add(String.join(" ", children(cell, Wrap.COLUMNS)));
        }
        cells.removeIf(String::isBlank);
        return String.join(" | ", cells);
    }

    private List<String> underlined(List<String> heading) {
        List<String> lines = new ArrayList<>(heading);
        heading.stream()
                .mapToInt(Wrap::width)
                .max()
                .ifPresent(width -> lines.add("-".repeat(Math.min(width, columns))));
        return lines;
    }

    private static List<String> prefixed(List<String> lines, String first, String rest) {
        List<String> prefixed = new ArrayList<>();
        for (String line : lines) {
            prefixed.add(((prefixed.isEmpty() ? first : rest) + line).stripTrailing());
        }
        return prefixed;
    }

    // "- item" and the list inside it stand together, or a short nested list would be full of holes.
    private static boolean isListInItem(Element element, String name) {
        return (name.equals("ul") || name.equals("ol")) && element.parentNameIs("li");
    }

    private void endSentence() {
        List<String> paragraph = new ArrayList<>();
        for (String line : sentence.toString().strip().split("\n")) {
            paragraph.addAll(Wrap.words(line, columns));
        }
        sentence.setLength(0);
        addBlock(paragraph, false);
    }

    private void addBlock(List<String> block, boolean tight) {
        if (block.isEmpty()) {
            return;
        }
        if (!lines.isEmpty() && !tight) {
            lines.add("");
        }
        lines.addAll(block);
    }
}
