package org.mailround.article;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What elements of feeds are called here: by their namespace under whatever prefix, by the usual prefix where nobody
 * declared it, in small letters. What RSS and Atom define themselves has no prefix.
 */
final class FeedNames {

    /** What holds one item. */
    static final Set<String> ITEMS = Set.of("item", "entry");

    /** What a feed is held in: RSS, RSS 0.9 and 1.0, Atom, CDF; or a document of one Atom entry (RFC 4287 section 2). */
    static final Set<String> ROOTS = Set.of("rss", "rdf", "rdf:rdf", "feed", "channel", "entry");

    private static final Set<String> ATOM = Set.of("http://www.w3.org/2005/atom", "http://purl.org/atom/ns#");

    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", ""),
            Map.entry("http://purl.org/atom/ns#", ""),
            Map.entry("http://purl.org/rss/1.0/", ""),
            Map.entry("http://my.netscape.com/rdf/simple/0.9/", ""),
            Map.entry("http://channel.netscape.com/rdf/simple/0.9/", ""),
            Map.entry("http://backend.userland.com/rss", ""),
            Map.entry("http://backend.userland.com/rss2", ""),
            Map.entry("http://blogs.law.harvard.edu/tech/rss", ""),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content:"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc:"),
            Map.entry("http://purl.org/dc/elements/1.0/", "dc:"),
            Map.entry("http://purl.org/dc/terms/", "dcterms:"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml:"),
            Map.entry("http://search.yahoo.com/mrss/", "media:"),
            Map.entry("http://search.yahoo.com/mrss", "media:"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner:"));

    /** The name of an element, such as {@code title}, {@code content:encoded}, {@code dc:date}. */
    static String of(Element element) {
        String prefix = prefix(element);
        return (prefix.equals("atom:") || prefix.equals("rss:") ? "" : prefix)
                + element.tag().localName().toLowerCase(Locale.ROOT);
    }

    /** Whether an element follows the rules of Atom, which are stricter than those of RSS. */
    static boolean isAtom(Element element) {
        Element parent = element.parent();
        return ATOM.contains(namespace(element))
                || prefix(element).isEmpty()
                        && parent != null
                        && Set.of("entry", "feed").contains(of(parent));
    }

    static boolean isItem(Element element) {
        return ITEMS.contains(of(element));
    }

    private static String prefix(Element element) {
        String known = PREFIXES.get(namespace(element));
        if (known != null) {
            return known;
        }
        String prefix = element.tag().prefix().toLowerCase(Locale.ROOT);
        return prefix.isEmpty() ? "" : prefix + ":";
    }

    /** People write the case of an address as they please. Without a declaration it is that of XML itself. */
    private static String namespace(Element element) {
        String namespace = element.tag().namespace();
        return namespace.equals(Parser.NamespaceXml) ? "" : namespace.strip().toLowerCase(Locale.ROOT);
    }

    private FeedNames() {}
}
