package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of a feed on its way: it is read, or refused with a reason. */
class FeedMutationTests {

    private static final List<String> PIECES = List.of(
            "<item>",
            "</item>",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "&",
            "\"",
            "<",
            ">",
            "<a b='",
            "\u0000",
            "xml:base=\"",
            "{",
            "[",
            "]");

    @ParameterizedTest
    @ValueSource(strings = {"""
                <?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>
                <link>https://clinic.example/</link><item><title>Tée &amp;amp; cake</title><link>a?b=1&amp;c=2</link><guid>g</guid>
                <pubDate>Thu, 01 Jan 2004 19:48:21 GMT</pubDate><author>jane@clinic.example (Jane)</author><category>Tea</category>
                <description><![CDATA[<p>One <b>two</b><img src="x.jpg" width="7">]]></description>
                <media:group><media:thumbnail url="t.jpg"/></media:group></item><item><title>B</title></item></channel></rss>
                """, """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://clinic.example/"><author><name>Jane</name></author>
                <entry><title type="html">A &lt;b>b&lt;/b></title><link rel="alternate" href="a"/><id>urn:1</id>
                <updated>2025-03-01T10:00:00Z</updated><content type="xhtml"><div><p>One <br/>two</p></div></content></entry></feed>
                """, """
                {"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "url": "https://clinic.example/a", "title": "Tée",
                "content_html": "<p>One", "date_published": "2025-03-01T10:00:00Z", "tags": ["a"], "author": {"name": "Jane"}}]}
                """})
    void isReadOrRefused(String feed) {
        Random chance = new Random(7);
        for (int round = 0; round < 400; round++) {
            byte[] octets = mutated(feed.getBytes(StandardCharsets.UTF_8), chance);
            Assertions.assertTimeout(Duration.ofSeconds(5), () -> read(octets));
        }
    }

    private static byte[] mutated(byte[] octets, Random chance) {
        byte[] result = octets;
        for (int i = chance.nextInt(4); i >= 0; i--) {
            int at = chance.nextInt(result.length);
            int to = Math.min(result.length, at + chance.nextInt(40));
            byte[] head = Arrays.copyOf(result, at);
            byte[] tail = Arrays.copyOfRange(result, at, result.length);
            result = switch (chance.nextInt(4)) {
                case 0 -> at < 20 ? result : head;
                case 1 -> joined(head, new byte[] {(byte) chance.nextInt()}, Arrays.copyOfRange(tail, 1, tail.length));
                case 2 -> joined(head, Arrays.copyOfRange(result, at, to), tail);
                default ->
                    joined(head, PIECES.get(chance.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8), tail);
            };
        }
        return result;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static void read(byte[] octets) {
        try {
            for (Found found : Feed.items(new Fetched(octets, null, null), "the feed")) {
                assertThat(FeedItem.of(found, List.of())).isNotNull();
            }
        } catch (UnreadableException e) {
            assertThat(e.reason()).startsWith("the feed ").contains(":");
        }
    }
}
