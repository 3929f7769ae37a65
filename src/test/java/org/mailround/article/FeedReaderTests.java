package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedReaderTests {

    private static final String RSS = """
            <?xml version="1.0" encoding="%s"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>Blog</title><link>https://clinic.example/blog/</link><description>d</description>
            %s
            </channel></rss>
            """;

    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><id>urn:x</id><updated>2025-03-01T00:00:00Z</updated>
            <link rel="self" href="https://clinic.example/feed"/><link href="https://clinic.example/blog/"/>
            %s
            </feed>
            """;

    @TempDir
    Path home;

    @Test
    void readsRss() throws Exception {
        Draft draft = rss("""
                <item><title>Sleep &amp;amp; rest: 5 &lt; 6</title><link>/sleep/?utm_source=rss</link><guid isPermaLink="false">g7</guid>
                <pubDate>Sat, 01 Mar 2025 10:00:00 +0100</pubDate><dc:creator>Jane Doe</dc:creator>
                <description>Short.</description>
                <content:encoded><![CDATA[<p>Seven hours are enough for most of us, they say.</p><p><a href="more">More</a>
                <img src="bed.jpg" alt="A bed"></p>]]></content:encoded></item>
                """);

        assertThat(draft.title()).isEqualTo("Sleep & rest: 5 < 6");
        assertThat(draft.link()).isEqualTo("https://clinic.example/sleep/?utm_source=rss");
        assertThat(draft.guid()).isEqualTo("g7");
        assertThat(draft.publishedAt()).isEqualTo(Instant.parse("2025-03-01T09:00:00Z"));
        assertThat(draft.author()).isEqualTo("Jane Doe");
        assertThat(draft.topics()).containsExactly("blog");
        assertThat(draft.excerpt()).isEqualTo("Seven hours are enough for most of us, they say.");
        assertThat(draft.html()).contains("<a href=\"https://clinic.example/sleep/more\">More</a>");
        assertThat(draft.image()).isEqualTo(new Image("https://clinic.example/sleep/bed.jpg", "A bed", null, null));
    }

    @Test
    void readsAtom() throws Exception {
        List<Item> items = atom("""
                <entry><id>urn:1</id><title type="html">Sleep &amp;amp; &lt;b>rest&lt;/b></title><updated>2025-03-02T00:00:00Z</updated>
                <link href="sleep"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Rest <b>well</b>.</p></div></content></entry>
                <entry><id>urn:2</id><title>Use &lt;b> &amp;amp; more</title><updated>2025-03-02T00:00:00Z</updated><published>2025-03-01T00:00:00Z</published>
                <link href="https://clinic.example/b"/><summary>Text &lt;i>is&lt;/i> text.</summary></entry>
                <entry><id>urn:3</id><title>T</title><updated>2025-03-02T00:00:00Z</updated>
                <x:content xmlns:x="urn:other">no</x:content><content type="html">&lt;p>HTML &amp;amp; text&lt;script>x&lt;/script>&lt;/p></content></entry>
                """);

        Draft xhtml = (Draft) items.get(0);
        assertThat(xhtml.title()).isEqualTo("Sleep & rest");
        assertThat(xhtml.link()).isEqualTo("https://clinic.example/sleep");
        assertThat(xhtml.publishedAt()).isEqualTo(Instant.parse("2025-03-02T00:00:00Z"));
        assertThat(xhtml.html()).isEqualTo("<p>Rest <b>well</b>.</p>");
        Draft text = (Draft) items.get(1);
        assertThat(text.title()).isEqualTo("Use <b> &amp; more");
        assertThat(text.publishedAt()).isEqualTo(Instant.parse("2025-03-01T00:00:00Z"));
        assertThat(text.html()).isEqualTo("<p>Text &lt;i&gt;is&lt;/i&gt; text.</p>");
        assertThat(((Draft) items.get(2)).html()).isEqualTo("<p>HTML &amp; text</p>");
    }

    @Test
    void makesATitleOfTheTextWhereThereIsNone() throws Exception {
        assertThat(rss("<item><description>%s</description></item>".formatted("word ".repeat(40)))
                        .title())
                .hasSizeLessThanOrEqualTo(80)
                .endsWith("word…");
    }

    @Test
    void refusesAnItemThatSaysNothing() throws Exception {
        write(
                "f.xml",
                RSS.formatted(
                        "UTF-8", "<item><link>https://clinic.example/x</link></item><item><title>T</title></item>"));

        List<Item> items = read("file:f.xml");
        assertThat(items.get(0))
                .isEqualTo(new Item.Refused(
                        "https://clinic.example/x",
                        "https://clinic.example/x",
                        "https://clinic.example/x: it has neither a title nor a text: write one, or take it away"));
        assertThat(items.get(1)).isInstanceOf(Draft.class);
    }

    @Test
    void takesThePictureThatTheFeedNamesElseTheBodys() throws Exception {
        String enclosure = "<enclosure url=\"https://a.example/e.jpg\" type=\"image/jpeg\" length=\"1\"/>";
        String media = "<media:group><media:content url=\"https://a.example/v.mp4\" type=\"video/mp4\"/>"
                + "<media:thumbnail url=\"https://a.example/t.jpg\" width=\"320\" height=\"180\"/></media:group>";

        String small = media.replace("320", "75").replace("180", "75");
        String body = "<description>&lt;img src='https://a.example/b.jpg'></description>";

        assertThat(rss("<item><title>T</title>" + body + small + "</item>").image())
                .isEqualTo(Image.ofUnknownSize("https://a.example/b.jpg", null));
        assertThat(rss("<item><title>T</title>" + small + "</item>").image())
                .isEqualTo(new Image("https://a.example/t.jpg", null, 75, 75));
        assertThat(rss("<item><title>T</title>" + media + enclosure + "</item>").image())
                .isEqualTo(Image.ofUnknownSize("https://a.example/e.jpg", null));
        assertThat(
                        rss("<item><title>T</title><enclosure url=\"https://a.example/p.mp3\" type=\"audio/mpeg\" length=\"1\"/>"
                                        + media + "</item>")
                                .image())
                .isEqualTo(new Image("https://a.example/t.jpg", null, 320, 180));
        assertThat(rss("<item><title>T</title></item>").image()).isNull();
    }

    @Test
    void keepsNoMailAddressAsAuthor() throws Exception {
        assertThat(rss("<item><title>T</title><author>jane@clinic.example (Jane Doe)</author></item>")
                        .author())
                .isEqualTo("Jane Doe");
        assertThat(rss("<item><title>T</title><author>jane@clinic.example</author></item>")
                        .author())
                .isNull();
    }

    @Test
    void acceptsWebLinksAlone() throws Exception {
        assertThat(rss("<item><title>T</title><link>javascript:alert(1)</link></item>")
                        .link())
                .isNull();
        assertThat(rss("<item><title>T</title><link>https://a.example/ä b</link></item>")
                        .link())
                .isEqualTo("https://a.example/%C3%A4%20b");
    }

    @Test
    void readsEveryEncoding() throws Exception {
        String item = "<item><title>Grüße\u0003 „x“</title></item>";
        Files.write(home.resolve("a.xml"), RSS.formatted("ISO-8859-1", item).getBytes("windows-1252"));
        Files.write(home.resolve("b.xml"), RSS.formatted("UTF-8", item).getBytes(StandardCharsets.UTF_8));
        Files.write(
                home.resolve("c.xml"), ("\uFEFF" + RSS.formatted("UTF-16", item)).getBytes(StandardCharsets.UTF_16LE));
        Files.write(home.resolve("d.xml"), RSS.formatted("UTF-8", item).getBytes("windows-1252"));

        for (String name : List.of("a", "b", "c", "d")) {
            assertThat(((Draft) read("file:" + name + ".xml").get(0)).title())
                    .as(name)
                    .isEqualTo("Grüße „x“");
        }
    }

    @Test
    void findsFilesHoweverTheyAreWritten() throws Exception {
        write("my feeds/f.xml", RSS.formatted("UTF-8", "<item><title>T</title></item>"));

        assertThat(read("file:my feeds/f.xml")).hasSize(1);
        assertThat(read("file:" + home + "/my feeds/f.xml")).hasSize(1);
        assertThat(read(home.resolve("my feeds/f.xml").toUri().toString())).hasSize(1);
    }

    @Test
    void aFeedWithoutItemsIsEmptyNotBroken() throws Exception {
        write("f.xml", RSS.formatted("UTF-8", ""));

        assertThat(read("file:f.xml")).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithABrokenFeed() throws Exception {
        String whole = RSS.formatted("UTF-8", "<item><title>T</title></item>");
        broken(whole.substring(0, whole.length() - 20), "file:f.xml breaks off before its first item ends");
        broken(
                "<!DOCTYPE HTML><html><body>x</body></html>",
                "file:f.xml answers a web page, not a feed: use the address of its RSS or Atom feed");
        broken(
                "<?xml version=\"1.0\"?>\n<!-- x -->\n<html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
                "answers a web page");
        broken("<rss><channel><title>T</title>", "file:f.xml breaks off");
        broken("<opml version=\"2.0\"><body/></opml>", "file:f.xml is neither RSS, Atom nor JSON Feed");
        broken("{\"version\": \"1\"}", "file:f.xml is neither RSS, Atom nor JSON Feed");
        broken("\n \n", "file:f.xml is empty");
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> read("file:nowhere.xml"))
                .withMessage("there is no file %s: correct the source's url", home.resolve("nowhere.xml"));
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> read("file:."))
                .withMessageContaining("is no file: for a folder of articles use the source's folder");
    }

    @Test
    void readsNoOtherFileWhateverADoctypeSays() throws Exception {
        write("secret.txt", "secret");
        String rss = RSS.formatted("UTF-8", "<item><title>&x;</title></item>");
        String doctype = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"%s\">]>"
                .formatted(home.resolve("secret.txt").toUri());

        broken(rss.replace("<rss", doctype + "<rss"), "file:f.xml has a DOCTYPE, which is refused");
        // out of sight of a plain search
        broken(
                rss.replace("<rss", "<!-- --" + "><?x y?>" + doctype + "<rss"),
                "file:f.xml has a DOCTYPE, which is refused");
        broken(rss.replace("<rss", "<!-- > -->" + doctype.replace("<!DOCTYPE", "<!DOCTYPE\n") + "<rss"), "DOCTYPE");
    }

    @Test
    void survivesAFeedNestedWithoutEnd() throws Exception {
        String deep = "<b>".repeat(9_000) + "deep" + "</b>".repeat(9_000);
        write(
                "f.xml",
                ATOM.formatted(
                        "<entry><id>1</id><title>T</title><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">"
                                + deep + "</div></content></entry>"));

        assertThat(read("file:f.xml")).singleElement().isInstanceOf(Draft.class);
    }

    private void broken(String text, String reason) throws Exception {
        write("f.xml", text);
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> read("file:f.xml"))
                .withMessageContaining(reason);
    }

    private Draft rss(String item) throws Exception {
        write("f.xml", RSS.formatted("UTF-8", item));
        return (Draft) read("file:f.xml").get(0);
    }

    private List<Item> atom(String entries) throws Exception {
        write("f.xml", ATOM.formatted(entries));
        return read("file:f.xml");
    }

    private void write(String name, String text) throws Exception {
        Files.createDirectories(home.resolve(name).getParent());
        Files.writeString(home.resolve(name), text);
    }

    private List<Item> read(String url) throws UnreadableException {
        Source.Feed source = new Source.Feed("Blog", url, List.of("blog"));
        FeedReader reader = new FeedReader(home, new TopicSettings(List.of()));
        return reader.read(reader.fetch(source, Validators.NONE), source);
    }
}
