package org.mailround.article;

import com.rometools.rome.feed.synd.SyndContent;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What the texts of a feed mean. Atom says of each whether it is text or HTML (RFC 4287 section 3.1); RSS does not:
 * a body is taken for HTML, a title for text in which entities may have been escaped twice.
 */
record FeedWords(boolean atom) {

    private static final Pattern MAIL_AND_NAME = Pattern.compile("\\S+@\\S+\\s*\\((.+)\\)");
    private static final Pattern PREFIX = Pattern.compile("(</?)[A-Za-z0-9]+:");

    /** The title as plain text; null where there is none. */
    @Nullable
    String title(@Nullable SyndContent title) {
        String value = value(title);
        if (value == null) {
            return null;
        }
        if (isMarkup(title)) {
            return Jsoup.parseBodyFragment(value).text();
        }
        return atom ? value : Parser.unescapeEntities(value, false);
    }

    /** The body as HTML. */
    String body(@Nullable SyndContent content) {
        String value = value(content);
        if (value == null) {
            return "";
        }
        if (isXhtml(content)) {
            return PREFIX.matcher(value).replaceAll("$1");
        }
        if (atom && !isMarkup(content)) {
            return paragraphs(Entities.escape(value));
        }
        return value.indexOf('<') < 0 ? paragraphs(value) : value;
    }

    /** RSS wants a mail address as author; what is kept is the name beside it. */
    @Nullable
    String author(@Nullable String author) {
        if (author == null) {
            return null;
        }
        Matcher matcher = MAIL_AND_NAME.matcher(author.strip());
        if (matcher.matches()) {
            return matcher.group(1);
        }
        return author.indexOf('@') < 0 ? Parser.unescapeEntities(author, false) : null;
    }

    private static @Nullable String value(@Nullable SyndContent content) {
        return content == null
                        || content.getValue() == null
                        || content.getValue().isBlank()
                ? null
                : content.getValue();
    }

    private boolean isMarkup(@Nullable SyndContent content) {
        String type = content == null ? null : content.getType();
        return atom && type != null && (type.equals("html") || type.equals("text/html") || isXhtml(content));
    }

    private boolean isXhtml(@Nullable SyndContent content) {
        String type = content == null ? null : content.getType();
        return atom && type != null && (type.equals("xhtml") || type.endsWith("xml"));
    }

    private static String paragraphs(String text) {
        return Arrays.stream(text.strip().split("\\n\\s*\\n"))
                .map("<p>%s</p>"::formatted)
                .collect(Collectors.joining());
    }
}
