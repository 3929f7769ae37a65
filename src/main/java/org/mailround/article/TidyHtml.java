package org.mailround.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Brings the HTML of all sources into one shape: paragraphs, headings from h2 on, absolute addresses. */
final class TidyHtml {

    /** What takes its content with it when it goes. */
    private static final String DROPPED =
            "head, title, script, style, noscript, template, iframe, frame, frameset, object, embed, applet,"
                    + " nav, button, input, select, textarea, svg, math, audio, video, canvas, map, [hidden],"
                    + " [style~=(?i)display\\s*:\\s*none]";

    /** No text needs more; an attack on the stack does. */
    private static final int DEEPEST = 80;

    private static final Pattern FEED_FOOTER = Pattern.compile("The post .+ appeared first on .+");
    private static final Pattern NOT_SPOKEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * @param base what relative addresses are relative to; null where nothing is known, and then they go
     * @param title what no heading that comes first may repeat; may be empty
     */
    static String tidy(String html, @Nullable String base, String title) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        Element body = document.body();
        body.select(DROPPED).remove();
        flatten(body);
        cleanCharacters(body);
        links(body, base);
        images(body, base);
        Paragraphs.arrange(body);
        headings(body, title);
        dropFeedFooter(body);
        dropEmpty(body);
        return body.html();
    }

    /** Whether two lines say the same, however they are punctuated. */
    static boolean sayTheSame(String one, String other) {
        return spoken(one).equals(spoken(other));
    }

    /** Of what is nested too deeply the bare text is kept. */
    private static void flatten(Element body) {
        List<Element> deep = new ArrayList<>();
        body.traverse((node, depth) -> {
            if (depth == DEEPEST && node instanceof Element element) {
                deep.add(element);
            }
        });
        deep.forEach(element -> element.text(element.text()));
    }

    private static void cleanCharacters(Element body) {
        body.nodeStream(TextNode.class).forEach(node -> node.text(Characters.lines(node.getWholeText())));
    }

    private static void links(Element body, @Nullable String base) {
        for (Element link : body.select("a")) {
            String href = Characters.line(link.attr("href"));
            String kept = href.regionMatches(true, 0, "mailto:", 0, 7) ? href : WebAddress.absolute(base, href);
            if (kept == null || href.isEmpty()) {
                // What is no link is nothing to the allowlist; to unwrap thousands costs the square of it.
                link.tagName("span").clearAttributes();
            } else {
                link.attr("href", kept);
            }
        }
    }

    private static void images(Element body, @Nullable String base) {
        for (Element image : body.select("img")) {
            String src = image.attr("src");
            // Pages that load images late keep the true address aside.
            String late = image.attr("data-src");
            String kept = WebAddress.absolute(base, late.isEmpty() ? src : late);
            if (kept == null || src.isBlank() && late.isBlank() || isPixel(image)) {
                image.remove();
            } else {
                image.attr("src", kept).attr("alt", Characters.line(image.attr("alt")));
                size(image);
            }
        }
    }

    /** One length without the other would bend the picture. */
    private static void size(Element image) {
        Integer width = Image.pixels(image.attr("width"));
        Integer height = Image.pixels(image.attr("height"));
        if (width == null || height == null) {
            image.removeAttr("width").removeAttr("height");
        } else {
            image.attr("width", width.toString()).attr("height", height.toString());
        }
    }

    /** An image that nobody can see counts its readers. */
    private static boolean isPixel(Element image) {
        return image.attr("width").matches("[012](px)?") || image.attr("height").matches("[012](px)?");
    }

    private static void headings(Element body, String title) {
        body.select("h1").tagName("h2");
        Element first = body.selectFirst("h2, h3, h4, h5, h6");
        if (first != null && !title.isEmpty() && sayTheSame(first.text(), title)) {
            first.remove();
        }
    }

    private static void dropFeedFooter(Element body) {
        Element last = body.select("p").last();
        if (last != null && FEED_FOOTER.matcher(last.text()).matches()) {
            last.remove();
        }
    }

    private static void dropEmpty(Element body) {
        var candidates = body.select("p, h2, h3, h4, h5, h6, li, ul, ol, blockquote, a");
        for (int i = candidates.size() - 1; i >= 0; i--) {
            Element element = candidates.get(i);
            if (element.selectFirst("img, hr, table") == null
                    && Characters.line(element.text()).isEmpty()) {
                element.remove();
            }
        }
    }

    private static String spoken(String text) {
        return NOT_SPOKEN.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    private TidyHtml() {}
}
