package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonFeedTests {

    @Test
    void readsAnItem() throws Exception {
        Found found = items("""
                {"version": "https://jsonfeed.org/version/1.1", "home_page_url": "https://clinic.example/", "items": [
                  {"id": 7, "url": "tea", "title": "Tea", "content_text": "no", "content_html": "<p>Yes", "summary": "Short",
                   "banner_image": "cup.jpg", "date_modified": "2025-03-01T10:00:00+01:00", "tags": ["Tea", "Cake"],
                   "authors": [{"name": "Jane"}, {"name": "Joe"}]},]}
                """).get(0);

        assertThat(found)
                .isEqualTo(new Found(
                        "7",
                        "https://clinic.example/tea",
                        "Tea",
                        "<p>Yes",
                        "https://clinic.example/tea",
                        "Short",
                        Image.ofUnknownSize("https://clinic.example/cup.jpg", null),
                        null,
                        "Jane, Joe",
                        List.of(),
                        List.of("Tea", "Cake"),
                        Instant.parse("2025-03-01T09:00:00Z"),
                        false));
    }

    @Test
    void takesOtherTypesForWhatTheyMean() throws Exception {
        Found found = items("""
                {"author": {"name": "Jane"}, "items": [{"id": null, "external_url": "https://a.example/x", "title": ["no"],
                 "content_text": "1 < 2\\n\\nYes", "tags": "Tea", "date_published": 7}]}
                """).get(0);

        assertThat(found.guid()).isNull();
        assertThat(found.title()).isNull();
        assertThat(found.link()).isEqualTo("https://a.example/x");
        assertThat(found.html()).isEqualTo("<p>1 &lt; 2</p><p>Yes</p>");
        assertThat(found.author()).isEqualTo("Jane");
        assertThat(found.categories()).containsExactly("Tea");
        assertThat(found.publishedAt()).isNull();
    }

    @Test
    void theItemInWhichItBreaksOffIsHalf() throws Exception {
        String text = "{\"items\": [{\"title\": \"A\"}, {\"title\": \"B\", \"content_text\": \"Do not";

        assertThat(items(text)).extracting(Found::half).containsExactly(false, true);
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> items(text.substring(0, text.indexOf("A"))))
                .withMessageStartingWith("the feed breaks off before its first item ends");
    }

    @Test
    void refusesOtherJsonAndWhatIsNestedWithoutEnd() {
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> items("{\"a\": 1}"))
                .withMessageStartingWith("the feed is neither RSS, Atom nor JSON Feed");
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> items("{\"items\":" + "[".repeat(100_000)));
    }

    private static List<Found> items(String text) throws UnreadableException {
        return Feed.items(new Fetched(text.getBytes(StandardCharsets.UTF_8), null, null), "the feed");
    }
}
