package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IdentitiesTests {

    @Test
    void aLinkIsTheSameHoweverItIsDecorated() {
        for (String link : List.of(
                "https://a.example/p/x",
                "HTTPS://A.Example/p/x/",
                "http://www.a.example/p/x",
                "https://a.example:443/p/x#more",
                "https://a.example/p/x/?utm_source=feed&UTM_medium=rss")) {
            assertThat(Identities.canonical(link)).isEqualTo("https://a.example/p/x");
        }
        assertThat(Identities.canonical("https://a.example/?p=7&utm_source=x&b=C"))
                .isEqualTo("https://a.example?p=7&b=C");
        assertThat(Identities.canonical("https://a.example:8443/P/x")).isEqualTo("https://a.example:8443/P/x");
    }

    @Test
    void theFrontPageTellsNothing() {
        assertThat(Identities.canonical("https://a.example/")).isNull();
        assertThat(Identities.canonical("https://a.example?utm_source=x")).isNull();
    }

    @Test
    void aGuidCountsWithinItsSource() throws UnreadableException {
        Draft draft = draft("7", null, "Title", "<p>x</p>");

        assertThat(Identities.of("A", draft).guid())
                .hasSize(64)
                .isNotEqualTo(Identities.of("B", draft).guid());
        assertThat(Identities.of("A", draft).content())
                .isEqualTo(Identities.of("B", draft).content());
    }

    @Test
    void contentIsTheWordsNotTheMarkup() throws UnreadableException {
        assertThat(Identities.of("A", draft("1", null, "T", "<p>x <b>y</b></p>"))
                        .content())
                .isEqualTo(Identities.of("A", draft("2", null, "T", "<div>x\n y</div>"))
                        .content());
    }

    @Test
    void aTitleAloneIsNoContentWhereThereIsAnythingBetter() throws UnreadableException {
        assertThat(Identities.of("A", draft("1", null, "Opening hours", "")).content())
                .isNull();
        assertThat(Identities.of("A", draft(null, null, "Opening hours", "")).content())
                .isNotNull();
    }

    @Test
    void whatASourceGivesToManyItemsTellsNothing() throws UnreadableException {
        Draft one = draft("same", "https://a.example/1", "One", "<p>1</p>");
        Draft two = draft("same", "https://a.example/2", "Two", "<p>2</p>");
        Draft three = draft("3", "https://a.example/news#3", "Three", "<p>3</p>");
        Draft four = draft("4", "https://a.example/news#4", "Four", "<p>4</p>");
        Reading reading = Reading.of("A", List.of(one, two, three, four));

        assertThat(reading.identities(one).guid()).isNull();
        assertThat(reading.identities(one).link()).isNotNull();
        assertThat(reading.identities(three).guid()).isNotNull();
        assertThat(reading.identities(three).link()).isNull();
    }

    @Test
    void twoVersionsOfAnItemInOneReadingAreOneItem() throws UnreadableException {
        Draft old = draft("1", "https://a.example/1", "Old", "<p>1</p>");
        Draft edited = draft("1", "https://a.example/1", "Edited", "<p>2</p>");
        Reading reading = Reading.of("A", List.of(edited, old));

        assertThat(reading.identities(old).guid())
                .isNotNull()
                .isEqualTo(reading.identities(edited).guid());
    }

    private static Draft draft(@Nullable String guid, @Nullable String link, String title, String html)
            throws UnreadableException {
        return Draft.of(new Found(guid, link, title, html, null, null, null, null, null, List.of(), null), List.of());
    }
}
