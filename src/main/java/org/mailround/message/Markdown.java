package org.mailround.message;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * What staff write for a one-off: Markdown in which HTML is text, links go to web and mail addresses, and merge tags
 * stand in text alone. Staff hear of anything else before a mail is sent.
 */
final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).build();
    private static final Pattern TAG = Pattern.compile("\\{\\{[^{}\\n]*\\}\\}");
    private static final Pattern HELD = Pattern.compile("\uE000(\\d+)\uE001");
    private static final Pattern WEB = Pattern.compile("(?i)https?://.+");
    private static final Pattern WEB_OR_MAIL = Pattern.compile("(?i)(https?://|mailto:).+");

    private final MergeTags tags;
    private final List<String> held = new ArrayList<>();

    private Markdown(MergeTags tags) {
        this.tags = tags;
    }

    /** @throws MergeTagException if it cannot be sent as it is */
    static Body render(String source, MergeTags tags) {
        return new Markdown(tags).render(Clean.markup(source));
    }

    private Body render(String source) {
        // Tags are held back while Markdown is read, or the underscores in them could become emphasis.
        String tagless = TAG.matcher(source).replaceAll(tag -> {
            held.add(tag.group());
            return "\uE000" + (held.size() - 1) + "\uE001";
        });
        int open = tagless.indexOf("{{");
        if (open >= 0) {
            String rest = asWritten(tagless.substring(open)).lines().findFirst().orElse("");
            throw new MergeTagException("“%s” begins a merge tag that does not end: write }} after it"
                    .formatted(rest.substring(
                            0, rest.offsetByCodePoints(0, Math.min(30, rest.codePointCount(0, rest.length()))))));
        }
        Node document = PARSER.parse(tagless);
        document.accept(new Filler());
        String html = RENDERER.render(document);
        return new Body(html, PlainText.of(html));
    }

    private String filled(String text) {
        return HELD.matcher(text).replaceAll(tag -> Matcher.quoteReplacement(tags.replacement(written(tag.group(1)))));
    }

    private String asWritten(String text) {
        return HELD.matcher(text).replaceAll(tag -> Matcher.quoteReplacement(written(tag.group(1))));
    }

    private String written(String index) {
        return held.get(Integer.parseInt(index));
    }

    private class Filler extends AbstractVisitor {

        @Override
        public void visit(Text text) {
            text.setLiteral(filled(text.getLiteral()));
        }

        @Override
        public void visit(Link link) {
            check(link.getDestination(), link.getTitle(), WEB_OR_MAIL, "https://, http:// or mailto:");
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            check(image.getDestination(), image.getTitle(), WEB, "https:// or http://");
            visitChildren(image);
        }

        @Override
        public void visit(HtmlInline html) {
            Text text = new Text(filled(html.getLiteral()));
            html.insertAfter(text);
            html.unlink();
        }

        @Override
        public void visit(HtmlBlock html) {
            Paragraph paragraph = new Paragraph();
            paragraph.appendChild(new Text(filled(html.getLiteral())));
            html.insertAfter(paragraph);
            html.unlink();
        }

        @Override
        public void visit(Code code) {
            code.setLiteral(asWritten(code.getLiteral()));
        }

        @Override
        public void visit(FencedCodeBlock code) {
            code.setInfo(asWritten(code.getInfo()));
            code.setLiteral(asWritten(code.getLiteral()));
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            code.setLiteral(asWritten(code.getLiteral()));
        }

        private void check(String url, @Nullable String title, Pattern allowed, String schemes) {
            if (HELD.matcher(url).find()
                    || (title != null && HELD.matcher(title).find())) {
                throw new MergeTagException(
                        "there is a merge tag in the link “%s”: take it out, because links must not tell who somebody is"
                                .formatted(asWritten(url)));
            }
            if (!allowed.matcher(url).matches()) {
                throw new MergeTagException(
                        "the link “%s” cannot be followed from a mail: let it begin with %s".formatted(url, schemes));
            }
        }
    }
}
