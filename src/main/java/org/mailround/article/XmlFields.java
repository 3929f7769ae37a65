package org.mailround.article;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What an item, or the head of a feed, says: its elements by their names. */
record XmlFields(Map<String, List<Element>> byName) {

    /** What stands in an item, directly or in a group of Media RSS. */
    static XmlFields ofItem(Element item) {
        return of(item.children().stream()
                .filter(child -> !FeedNames.isItem(child))
                .flatMap(child ->
                        FeedNames.of(child).equals("media:group") ? child.children().stream() : Stream.of(child)));
    }

    /** What stands in no item: in the outermost element, or in the channel in it. */
    static XmlFields ofHead(Element document) {
        return of(document.children().stream()
                .flatMap(root -> root.children().stream())
                .flatMap(child -> FeedNames.of(child).equals("channel") ? child.children().stream() : Stream.of(child))
                .filter(child -> !FeedNames.isItem(child)));
    }

    /** Those of the first name in their order, then those of the next. */
    Stream<Element> all(String... names) {
        return Arrays.stream(names).flatMap(name -> byName.getOrDefault(name, List.of()).stream());
    }

    /** The texts in those, without those that say nothing. */
    Stream<String> texts(String... names) {
        return all(names).map(element -> element.wholeText().strip()).filter(text -> !text.isEmpty());
    }

    private static XmlFields of(Stream<Element> elements) {
        return new XmlFields(elements.collect(Collectors.groupingBy(FeedNames::of)));
    }
}
