package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedEncodingTests {

    private static final String FEED = "<?xml version=\"1.0\" encoding=\"%s\"?><rss><title>Grüße „x“</title></rss>";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void readsAByteOrderMarkWhateverIsDeclared(String name) {
        String text = FEED.formatted("us-ascii");

        assertThat(decoded(("\uFEFF" + text).getBytes(Charset.forName(name)), StandardCharsets.US_ASCII))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "windows-1252", "windows-1250"})
    void readsWhatIsDeclaredWithoutAMark(String name) {
        String text = FEED.formatted(name);

        assertThat(decoded(text.getBytes(Charset.forName(name)), null)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"us-ascii", "ISO-8859-1", "utf-8", "utf-16", "no-such-charset"})
    void readsWhatIsDeclaredWrongly(String name) {
        String text = FEED.formatted(name);

        assertThat(decoded(text.getBytes(Charset.forName("windows-1252")), null))
                .isEqualTo(text);
        assertThat(decoded(text.getBytes(StandardCharsets.UTF_8), null)).isEqualTo(text);
    }

    @Test
    void theHeadOfTheAnswerGoesBeforeTheFirstLine() {
        String text = FEED.formatted("windows-1251");

        assertThat(decoded(text.getBytes(Charset.forName("windows-1254")), Charset.forName("windows-1254")))
                .isEqualTo(text);
    }

    @Test
    void knowsALanguageByItsLooks() {
        String text = "<rss><title>Как пережить новогоднюю ночь и не заболеть на следующий день</title></rss>";

        assertThat(decoded(text.getBytes(Charset.forName("KOI8-R")), null)).isEqualTo(text);
    }

    @Test
    void oneWrongOctetLeavesTheOthersRight() {
        byte[] octets = "<rss><title>Grüße, schöne Grüße aus Köln für alle Gäste ?</title></rss>"
                .getBytes(StandardCharsets.UTF_8);
        octets[octets.length - 16] = (byte) 0xFC;

        assertThat(decoded(octets, null)).contains("Grüße, schöne Grüße aus Köln für alle Gäste");
    }

    private static String decoded(byte[] octets, @Nullable Charset charset) {
        return FeedEncoding.decode(new Fetched(octets, charset, null));
    }
}
