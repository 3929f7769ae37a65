package org.mailround.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;

@ParameterizedClass
@EnumSource
class ArchivePagesTests {

    @Parameter
    Database database;

    @TempDir
    Path home;

    @Test
    void whereTheClinicNamesNoCampaignNothingIsThere() {
        try (PublicHouse site = new PublicHouse(database, home)) {
            site.send();

            for (String path : new String[] {"/archive", "/archive/1", "/archive/feed.xml", "/archive/x/y"}) {
                HttpResponse<String> answer = site.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
                assertThat(answer.body()).contains("There is no such newsletter here", "noindex");
            }
        }
    }

    @Test
    void everybodyReadsWhatIsFinishedAndNobodysWordsOrLinksAreInIt() throws Exception {
        try (PublicHouse site = new PublicHouse(database, home, "mailround.archive.campaigns=weekly-digest")) {
            site.house.list("news", "email,first_name,language", "ana@example.com,Ana,en", "eva@example.com,Eva,de");
            assertThat(Jsoup.parse(site.get("/archive").body()).text()).contains("has sent none yet");
            site.send();
            site.house.clock().advance(Duration.ofDays(7));
            site.house.article("tea.txt", "Tea & <b>“toast”</b>\n\nIt warms you.\n");
            site.send();
            site.change("insert into edition (campaign_id, relay, sandbox, state, subject, content_hash, signing_key,"
                    + " rejected_rows, broken_sources, composed_at, finished_at)"
                    + " select campaign_id, 'sandbox', true, 'finished', 'A rehearsal', '', signing_key, 0, '[]',"
                    + " composed_at, finished_at from edition where id = 1");

            HttpResponse<String> list = site.get("/archive", "de");
            Document shelf = Jsoup.parse(list.body(), site.house.url() + "/archive");
            assertThat(shelf.select(".editions a").eachText())
                    .containsExactly("Weekly digest: Tea & <b>“toast”</b>", "Weekly digest: A walk a day");
            assertThat(shelf.select(".editions time").eachText())
                    .containsExactly("30. November 2026", "23. November 2026");
            assertThat(list.headers().map()).doesNotContainKey("x-robots-tag");
            assertThat(shelf.select("meta[name=robots]")).isEmpty();

            HttpResponse<String> read = site.get("/archive/1");
            Document mail = Jsoup.parse(read.body());
            assertThat(mail.text())
                    .contains("Hello there", "A walk a day", "Get it by mail")
                    .doesNotContain("Ana", "Unsubscribe");
            assertThat(read.body())
                    .doesNotContain("/unsubscribe", "/preferences", "/read/", "of-the-recipient", "\uE000");
            assertThat(mail.select("a[href=../subscribe]")).hasSize(1);
            assertThat(read.headers().allValues("Content-Security-Policy"))
                    .singleElement()
                    .asString()
                    .contains("sandbox");
            assertThat(read.headers().map()).doesNotContainKey("x-robots-tag");
            assertThat(site.get("/archive/1", "de-CH").body()).contains("lang=\"de\"", "Per E-Mail erhalten");
            assertThat(site.get("/archive/3").statusCode()).isEqualTo(404);
            assertThat(site.get("/archive?page=2").statusCode()).isEqualTo(404);

            HttpResponse<String> atom = site.get("/archive/feed.xml");
            assertThat(atom.headers().firstValue("Content-Type")).hasValue("application/atom+xml");
            // RFC 4287 section 4.1: what a feed and each of its entries must have, once
            Document feed = Jsoup.parse(atom.body(), Parser.xmlParser());
            assertThat(feed.root().select("> feed").attr("xmlns")).isEqualTo("http://www.w3.org/2005/Atom");
            assertThat(feed.select("feed > author > name").eachText()).containsExactly("Riverside Family Clinic");
            assertThat(feed.select("feed > link").eachAttr("rel")).containsExactly("self", "alternate");
            assertThat(feed.select("feed > updated, entry > updated").eachText())
                    .allMatch(time -> Instant.parse(time) != null)
                    .hasSize(3);
            assertThat(feed.select("feed > id").eachText()).containsExactly("http://127.0.0.1:8080/archive");
            assertThat(feed.select("entry > title").eachText())
                    .containsExactly("Weekly digest: Tea & <b>“toast”</b>", "Weekly digest: A walk a day");
            assertThat(feed.select("entry > id").eachText())
                    .isEqualTo(feed.select("entry > link[rel=alternate]").eachAttr("href"))
                    .containsExactly("http://127.0.0.1:8080/archive/2", "http://127.0.0.1:8080/archive/1");

            site.change("update edition set state = 'stopped', finished_at = null where id = 2");
            assertThat(site.get("/archive/2").statusCode()).isEqualTo(404);
        }
    }
}
