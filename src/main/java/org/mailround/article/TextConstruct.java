package org.mailround.article;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * A text of a feed. Atom says of each whether it is text or HTML (RFC 4287 sections 3.1 and 4.1.3; Atom 0.3 has another way
 * to say it); RSS does not: a body is taken for HTML, a title for text in which entities may have been escaped twice.
 *
 * @param element what it stands in
 * @param value empty where it is neither text nor HTML, but a picture, say
 */
record TextConstruct(Element element, Kind kind, String value) {

    /** What its source says it is; RSS says nothing. */
    enum Kind {
        TEXT,
        HTML,
        UNSAID
    }

    /** Of a title, before what is kept of it is cut. */
    private static final int LONGEST_TITLE = 20_000;

    private static final Pattern END_TAG =
            Pattern.compile("(?i)</(?:a|abbr|b|big|cite|code|del|div|em|font|h[1-6]|i|ins|p|q"
                    + "|s|small|span|strike|strong|sub|sup|tt|u)\\s*>");

    /** What is in an element that feeds put text in. */
    static TextConstruct of(Element element) {
        if (FeedNames.of(element).equals("xhtml:body")) {
            return new TextConstruct(element, Kind.HTML, Markup.xhtml(element));
        }
        if (!FeedNames.isAtom(element)) {
            return new TextConstruct(element, Kind.UNSAID, Markup.html(element));
        }
        String type = mediaType(element.attr("type"));
        String mode = element.attr("mode").strip().toLowerCase(Locale.ROOT);
        // An element is not text, whatever it is said to be.
        Kind kind = element.childrenSize() > 0 ? Kind.HTML : kind(type);
        if (mode.equals("base64")) {
            return new TextConstruct(element, kind, isText(type) ? decoded(element.wholeText()) : "");
        }
        if (!isText(type)) {
            return new TextConstruct(element, kind, "");
        }
        boolean inline = type.endsWith("xhtml")
                || type.endsWith("xml")
                || mode.equals("xml") && kind == Kind.HTML
                || element.childrenSize() > 0 && type.isEmpty();
        String value = inline && !mode.equals("escaped") ? Markup.xhtml(element) : Markup.html(element);
        return new TextConstruct(element, kind, value);
    }

    /** Without tags; may be blank. */
    String plain() {
        String head = Characters.cut(value, LONGEST_TITLE);
        return switch (kind) {
            case TEXT -> head;
            case HTML -> text(head);
            case UNSAID -> END_TAG.matcher(head).find() ? text(head) : Parser.unescapeEntities(head, false);
        };
    }

    /** Not safe; may be blank. */
    String html() {
        if (kind == Kind.TEXT) {
            return paragraphs(value);
        }
        return value.indexOf('<') < 0 ? inParagraphs(value) : value;
    }

    /** Plain text as HTML. */
    static String paragraphs(String text) {
        return inParagraphs(Entities.escape(text));
    }

    /** Without parameters. */
    private static String mediaType(String written) {
        int end = written.indexOf(';');
        return (end < 0 ? written : written.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static Kind kind(String type) {
        return type.isEmpty()
                        || type.equals("text")
                        || type.startsWith("text/") && !type.endsWith("html") && !type.endsWith("xml")
                ? Kind.TEXT
                : Kind.HTML;
    }

    private static boolean isText(String type) {
        return type.isEmpty()
                || type.startsWith("text")
                || type.endsWith("html")
                || type.endsWith("xml") && !type.startsWith("image");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return base64;
        }
    }

    private static String text(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }

    /** A blank line parts them. */
    private static String inParagraphs(String html) {
        return Arrays.stream(html.strip().split("\\n\\s*\\n"))
                .map("<p>%s</p>"::formatted)
                .collect(Collectors.joining());
    }
}
