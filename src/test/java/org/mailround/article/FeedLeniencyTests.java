package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Feeds as they are, rather than as they should be. */
class FeedLeniencyTests {

    @Test
    void readsWhatIsNotWellFormed() throws Exception {
        Found found = only("""
                Warning: something failed in line 7
                <?xml version="1.0"?><rss><channel><title>Blog & more
                <item><Title>Tea & cake &eacute; &nope;</title><link>https://clinic.example/?a=1&b=2</link>
                <dc:creator>Jane</dc:creator><description>One<br>two</p></description></item></rss>
                """);

        assertThat(found.title()).isEqualTo("Tea & cake é &nope;");
        assertThat(found.link()).isEqualTo("https://clinic.example/?a=1&b=2");
        assertThat(found.author()).isEqualTo("Jane");
        assertThat(found.html()).startsWith("One<br>").contains("two");
    }

    @Test
    void anItemThatIsNeverClosedEndsWhereTheNextBegins() throws Exception {
        assertThat(titles("<rss><channel><item><title>A</title><item><title>B</title></channel></rss>"))
                .containsExactly("A", "B");
    }

    @Test
    void theItemInWhichAFeedBreaksOffIsHalf() throws Exception {
        String whole =
                "<rss><channel><item><title>A</title></item><item><title>B</title><description><![CDATA[<p>Do not";
        for (int cut = whole.indexOf("<item><title>B") + "<item>".length(); cut <= whole.length(); cut++) {
            assertThat(items(whole.substring(0, cut)))
                    .as(whole.substring(0, cut))
                    .extracting(Found::half)
                    .containsExactly(false, true);
        }
    }

    @Test
    void aFeedThatBreaksOffBetweenItemsIsWhole() throws Exception {
        assertThat(items("<rss><channel><item><title>A</title></item><item><title>B</title></item"))
                .extracting(Found::half)
                .containsExactly(false, false);
    }

    @Test
    void halfAnItemIsRefused() throws Exception {
        Found half = items("<rss><item><title>A</title></item><item><link>https://clinic.example/b</link>")
                .get(1);

        assertThat(FeedItem.of(half, List.of()))
                .isEqualTo(
                        new Item.Refused(
                                "https://clinic.example/b",
                                "https://clinic.example/b",
                                "https://clinic.example/b: the feed breaks off in it: try later, or ask whoever runs the site"));
    }

    @Test
    void readsTheOldShapes() throws Exception {
        assertThat(only("""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                  xmlns:d="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><link>https://clinic.example/</link></channel>
                <item rdf:about="urn:1"><title>T</title><link>a</link><d:date>2025-03-01</d:date><d:subject>Tea</d:subject></item>
                </rdf:RDF>"""))
                .extracting(Found::guid, Found::link, Found::publishedAt, Found::categories)
                .containsExactly(
                        "urn:1", "https://clinic.example/a", Instant.parse("2025-03-01T00:00:00Z"), List.of("Tea"));
        assertThat(only("""
                <feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title mode="escaped" type="text/html">A &lt;b>b&lt;/b></title>
                <issued>2025-03-01T10:00Z</issued><modified>2025-04-01T10:00Z</modified>
                <content type="text/html" mode="base64">PHA+VGVhPC9wPg==</content></entry></feed>"""))
                .extracting(Found::title, Found::html, Found::publishedAt)
                .containsExactly("A b", "<p>Tea</p>", Instant.parse("2025-03-01T10:00:00Z"));
        assertThat(
                        only(
                                "<CHANNEL BASE='https://clinic.example/'><ITEM HREF='a' LASTMOD='2025-03-01'><TITLE>T</TITLE><ABSTRACT>Tea</ABSTRACT></ITEM></CHANNEL>"))
                .extracting(Found::title, Found::link, Found::html)
                .containsExactly("T", "https://clinic.example/a", "<p>Tea</p>");
    }

    @Test
    void takesTheWholeTextAndTheLinkWithoutDetours() throws Exception {
        Found found = only("""
                <rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:fb="http://rssnamespace.org/feedburner/ext/1.0">
                <item><title>AT&amp;amp;T &lt;i>now&lt;/i></title><description>Short</description><content:encoded>&lt;p>All</content:encoded>
                <link>https://count.example/1</link><fb:origLink>https://clinic.example/1</fb:origLink><pubDate>nonsense</pubDate>
                <updated>2025-03-01T00:00:00Z</updated><category>Tea</category><category>Tea</category></item></rss>""");

        assertThat(found.title()).isEqualTo("AT&T now");
        assertThat(found.html()).isEqualTo("<p>All");
        assertThat(found.link()).isEqualTo("https://clinic.example/1");
        assertThat(found.publishedAt()).isEqualTo(Instant.parse("2025-03-01T00:00:00Z"));
        assertThat(found.categories()).containsExactly("Tea");
    }

    @Test
    void aGuidIsALinkUnlessItSaysItIsNone() throws Exception {
        assertThat(only("<rss><item><guid>https://clinic.example/1</guid></item></rss>")
                        .link())
                .isEqualTo("https://clinic.example/1");
        assertThat(only("<rss><item><guid isPermaLink='false'>https://clinic.example/1</guid></item></rss>")
                        .link())
                .isNull();
    }

    @Test
    void addressesAreRelativeToWhatIsAroundThem() throws Exception {
        Found found = only("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://clinic.example/blog/"><entry xml:base="tea/">
                <link rel="self" href="no"/><link href="1"/><content type="html" xml:base="img/">&lt;img src="cup.jpg"></content>
                </entry></feed>""");

        assertThat(found.link()).isEqualTo("https://clinic.example/blog/tea/1");
        assertThat(found.base()).isEqualTo("https://clinic.example/blog/tea/img/");
    }

    @Test
    void aFeedInATextIsNoneOfItsItems() throws Exception {
        assertThat(titles("""
                <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><content type="application/xml">
                <feed><entry><title>B</title></entry></feed></content></entry></feed>""")).containsExactly("A");
    }

    @Test
    void readsTheFirstThousandItems() throws Exception {
        String items = "<item><title>T</title></item>".repeat(1000);

        assertThat(items("<rss>" + items + "<item><title>late</title></item></rss>"))
                .hasSize(1000)
                .noneMatch(Found::half);
    }

    @Test
    void refusesWhatIsMadeToUseUpMemory() {
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> items("<rss><item>" + "<a/>".repeat(400_000) + "</item></rss>"))
                .withMessageStartingWith("the feed has more tags than there is room for");
    }

    private static Found only(String text) throws UnreadableException {
        List<Found> items = items(text);
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static List<String> titles(String text) throws UnreadableException {
        return items(text).stream().map(Found::title).toList();
    }

    private static List<Found> items(String text) throws UnreadableException {
        return Feed.items(new Fetched(text.getBytes(StandardCharsets.UTF_8), null, null), "the feed");
    }
}
