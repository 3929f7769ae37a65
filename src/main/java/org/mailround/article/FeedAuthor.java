package org.mailround.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Who wrote an item. RSS wants a mail address there; what is kept is the name beside it. */
final class FeedAuthor {

    /** No name is longer; what is would cost time. */
    private static final int LONGEST = 1000;

    private static final Pattern NAME_AFTER = Pattern.compile("[^\\s()]+@[^\\s()]+\\s*\\(([^()]+)\\)");
    private static final Pattern NAME_BEFORE = Pattern.compile("\"?([^\"<>()@]+)\"?\\s*[<(][^<>()]*@[^<>()]*[>)]");

    /** The authors of an item, else of the feed that it was taken from; null where no name is given. */
    static @Nullable String of(XmlFields item) {
        String own = names(item.all("author"));
        if (own == null) {
            own = names(item.all("dc:creator", "dc:author", "itunes:author"));
        }
        return own != null ? own : names(item.all("source").flatMap(FeedAuthor::authorsIn));
    }

    /** The authors of a feed that are those of its items: RSS has none such. */
    static @Nullable String ofFeed(XmlFields head) {
        return names(head.all("author").filter(FeedNames::isAtom));
    }

    /** The name in what a feed calls an author; null where it is but a mail address. */
    static @Nullable String name(String author) {
        String line = Characters.cut(
                Characters.line(Parser.unescapeEntities(Characters.cut(author, LONGEST), false)), LONGEST);
        for (Pattern pattern : new Pattern[] {NAME_AFTER, NAME_BEFORE}) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                return matcher.group(1).strip();
            }
        }
        return line.isEmpty() || line.indexOf('@') >= 0 ? null : line;
    }

    private static @Nullable String names(Stream<Element> authors) {
        String names = authors.map(FeedAuthor::written)
                .map(FeedAuthor::name)
                .filter(name -> name != null)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }

    private static String written(Element author) {
        return author.children().stream()
                .filter(child -> child.tag().localName().equals("name"))
                .findFirst()
                .map(Element::wholeText)
                .orElseGet(() -> author.childrenSize() == 0 ? author.wholeText() : author.ownText());
    }

    private static Stream<Element> authorsIn(Element source) {
        return source.children().stream().filter(child -> FeedNames.of(child).equals("author"));
    }

    private FeedAuthor() {}
}
