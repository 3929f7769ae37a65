package org.mailround.article;

import java.time.ZoneId;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Markdown with front matter. HTML in it is text that is shown. */
final class MarkdownFile {

    private static final Parser PARSER =
            Parser.builder().maxOpenBlockParsers(100).maxInlineNesting(100).build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).build();

    /**
     * @param guid what the file is known by
     * @param zone where a date without one was written
     * @throws UnreadableException if the front matter is not as it has to be
     */
    static Found read(String guid, String text, ZoneId zone) throws UnreadableException {
        FrontMatter front = FrontMatter.of(text);
        String title = front.text("title");
        Node document = PARSER.parse(front.body());
        if (title == null) {
            Node heading = firstHeading(document);
            if (heading != null) {
                title = plain(heading);
            } else {
                String body = front.body().strip();
                int end = body.indexOf('\n') < 0 ? body.length() : body.indexOf('\n');
                title = plain(PARSER.parse(body.substring(0, end)));
                document = PARSER.parse(body.substring(end));
            }
        }
        String date = front.text("date");
        String link = address(front, "link", null);
        return new Found(
                guid,
                link,
                title,
                RENDERER.render(document),
                link,
                front.text("excerpt"),
                image(front, link),
                null,
                front.text("author"),
                front.list("topics"),
                date == null ? null : WrittenDate.parse(date, zone));
    }

    private static @Nullable Node firstHeading(Node document) {
        Node[] found = new Node[1];
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (found[0] == null) {
                    found[0] = heading;
                }
            }
        });
        return found[0];
    }

    private static String plain(Node node) {
        return Jsoup.parseBodyFragment(RENDERER.render(node)).text();
    }

    private static @Nullable Image image(FrontMatter front, @Nullable String link) throws UnreadableException {
        String url = address(front, "image", link);
        return url == null
                ? null
                : new Image(
                        url,
                        front.text("image_alt"),
                        Image.pixels(front.text("image_width")),
                        Image.pixels(front.text("image_height")));
    }

    private static @Nullable String address(FrontMatter front, String key, @Nullable String base)
            throws UnreadableException {
        String written = front.text(key);
        if (written == null) {
            return null;
        }
        String absolute = WebAddress.absolute(base, written);
        if (absolute == null) {
            throw new UnreadableException(
                    "%s in its front matter is no address of a page: write it in full, with https://".formatted(key));
        }
        return absolute;
    }

    private MarkdownFile() {}
}
