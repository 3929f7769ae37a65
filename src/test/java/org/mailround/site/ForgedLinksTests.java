package org.mailround.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailround.Database;
import org.mailround.token.Purpose;

/** What programs do that follow links, and people who make links up. */
@ParameterizedClass
@EnumSource
class ForgedLinksTests {

    private static final List<Purpose> PAGES =
            List.of(Purpose.UNSUBSCRIBE, Purpose.PREFERENCES, Purpose.CONFIRM, Purpose.READ);

    @Parameter
    Database database;

    @TempDir
    Path home;

    PublicHouse site;

    @BeforeEach
    void open() {
        site = new PublicHouse(database, home);
        site.send();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void lookingAtEveryLinkOfAMailChangesNothing() throws Exception {
        TreeSet<String> paths = PublicHouse.pathsIn(site.mailOf("ana@example.com"));
        assertThat(paths).hasSize(3);
        paths.add(site.path(Purpose.CONFIRM, 1));
        paths.add("/subscribe");
        paths.addAll(List.of(
                site.path(Purpose.UNSUBSCRIBE, 1) + "/undo",
                site.path(Purpose.UNSUBSCRIBE, 1) + "/reason?reason=other&comment=x",
                site.path(Purpose.CONFIRM, 1) + "/undo",
                site.path(Purpose.PREFERENCES, 1) + "/leave",
                site.path(Purpose.PREFERENCES, 1) + "/resume",
                site.path(Purpose.PREFERENCES, 1) + "?cadence=monthly&pause=3"));
        site.ask("cara@example.com");
        List<Map<String, Object>> before = site.books();

        for (String path : paths) {
            assertThat(site.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(site.head(path).statusCode()).as(path).isEqualTo(200);
        }

        assertThat(site.books()).isEqualTo(before);
    }

    @Test
    void forgedTokensChangeNothingAndAreAnsweredAsThoseOfNobody() {
        site.ask("cara@example.com");
        List<Map<String, Object>> before = site.books();

        for (Purpose page : PAGES) {
            String path = "/" + page.name().toLowerCase(Locale.ROOT) + "/";
            String unknown = site.token(page, 999_999);
            for (String forged : forged(page)) {
                for (String end : endsOf(page)) {
                    assertThat(PublicHouse.withoutTokens(site.get(path + forged + end), forged))
                            .isEqualTo(PublicHouse.withoutTokens(site.get(path + unknown + end), unknown));
                    if (page != Purpose.READ) {
                        assertThat(PublicHouse.withoutTokens(site.post(path + forged + end), forged))
                                .isEqualTo(PublicHouse.withoutTokens(site.post(path + unknown + end), unknown));
                    }
                }
            }
        }

        assertThat(site.books()).isEqualTo(before);
    }

    @Test
    void whereAPageDoesNotShowWhoseItIsAKnownTokenIsAnsweredAsAForgedOne() {
        for (Purpose page : List.of(Purpose.UNSUBSCRIBE, Purpose.CONFIRM)) {
            String path = "/" + page.name().toLowerCase(Locale.ROOT) + "/";
            String known = site.token(page, 1);
            String forged = flipped(known);
            for (String end : endsOf(page)) {
                assertThat(PublicHouse.withoutTokens(site.get(path + known + end), known))
                        .isEqualTo(PublicHouse.withoutTokens(site.get(path + forged + end), forged));
                assertThat(PublicHouse.withoutTokens(site.post(path + known + end), known))
                        .isEqualTo(PublicHouse.withoutTokens(site.post(path + forged + end), forged));
            }
        }
    }

    @Test
    void aForgedTokenOfPreferencesIsAnsweredAsOneWhosePersonWasErased() {
        String known = site.token(Purpose.PREFERENCES, 1);
        String forged = flipped(known);
        site.change("update delivery set subscriber_id = null where id = 1");

        assertThat(PublicHouse.withoutTokens(site.get("/preferences/" + known), known))
                .isEqualTo(PublicHouse.withoutTokens(site.get("/preferences/" + forged), forged));
    }

    @Test
    void noPageSetsACookieAndEachForbidsWhatItDoesNotNeed() throws Exception {
        List<String> paths = new ArrayList<>(PublicHouse.pathsIn(site.mailOf("ana@example.com")));
        paths.addAll(List.of("/subscribe", "/read/forged", site.path(Purpose.READ, 1), site.path(Purpose.CONFIRM, 1)));
        for (String path : paths) {
            for (HttpResponse<String> answer : List.of(site.get(path), site.head(path), site.post(path))) {
                assertThat(answer.headers().map()).as(path).doesNotContainKey("set-cookie");
                assertThat(header(answer, "X-Robots-Tag")).isEqualTo("noindex");
                assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
                assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(header(answer, "Cache-Control")).contains("no-store");
                assertThat(header(answer, "Content-Security-Policy"))
                        .startsWith("default-src 'none'")
                        .contains("frame-ancestors 'none'")
                        .doesNotContain("script-src");
            }
        }
    }

    @Test
    void otherMethodsAreRefused() {
        for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS")) {
            HttpResponse<String> answer = site.exchange(
                    site.request(site.path(Purpose.UNSUBSCRIBE, 1)).method(method, BodyPublishers.noBody()));

            assertThat(answer.statusCode()).as(method).isEqualTo(405);
            assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD, POST");
        }
    }

    @Test
    void aPageIsSmallAndItsAddressesAreRelative() {
        for (String path :
                List.of(site.path(Purpose.PREFERENCES, 1), site.path(Purpose.UNSUBSCRIBE, 1) + "/undo", "/subscribe")) {
            String page = site.get(path).body();
            var document = org.jsoup.Jsoup.parse(page, site.house.url() + path);
            int size = page.length();
            for (var link : document.select("link")) {
                HttpResponse<String> part = site.get(link.absUrl("href")
                        .substring(site.house.url().toString().length()));
                assertThat(part.statusCode()).as(link.toString()).isEqualTo(200);
                assertThat(part.headers().map()).doesNotContainKey("set-cookie");
                size += part.body().length();
            }
            assertThat(size).isLessThan(30_000);
            assertThat(document.select("script, [src], [style], style")).isEmpty();
            assertThat(document.select("h1")).hasSize(1);
            assertThat(document.select("link, form").eachAttr("href")).noneMatch(address -> address.startsWith("/"));
            assertThat(document.select("form").eachAttr("action")).allMatch(address -> address.startsWith("../"));
        }
    }

    /** What can be posted to below a page. */
    private static List<String> endsOf(Purpose page) {
        return switch (page) {
            case UNSUBSCRIBE -> List.of("", "/undo", "/reason");
            case CONFIRM -> List.of("", "/undo");
            case PREFERENCES -> List.of("", "/leave", "/resume");
            default -> List.of("");
        };
    }

    private List<String> forged(Purpose page) {
        String known = site.token(page, 1);
        List<String> forged = new ArrayList<>(List.of(
                flipped(known),
                known.substring(0, 38),
                known + "a",
                known.substring(0, 20),
                "a".repeat(39),
                "x",
                "%3Cb%3E",
                // another id under this one's signature
                site.token(page, 2).substring(0, 13) + known.substring(13)));
        for (Purpose other : Purpose.values()) {
            if (other != page && other != ofPerson(page)) {
                forged.add(site.token(other, 1));
            }
        }
        return forged;
    }

    /** The purpose that opens the same page by the number of a person. */
    private static Purpose ofPerson(Purpose page) {
        return switch (page) {
            case UNSUBSCRIBE -> Purpose.LEAVE;
            case PREFERENCES -> Purpose.CHOOSE;
            default -> page;
        };
    }

    /** One letter in the middle of the signature is another. */
    private static String flipped(String token) {
        return token.substring(0, 30) + (token.charAt(30) == 'q' ? 'r' : 'q') + token.substring(31);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
