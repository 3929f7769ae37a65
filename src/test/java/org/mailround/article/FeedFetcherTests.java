package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailround.web.Names;

/** What feeds on the web answer, and what is kept of it. */
class FeedFetcherTests {

    private final FeedSite site = new FeedSite();
    private final FeedFetcher fetcher = new FeedFetcher(Names.OF_THIS_MACHINE, Duration.ofSeconds(20));

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
    }

    @Test
    void asksAsMailroundForFeeds() throws UnreadableException {
        site.at(
                "/",
                exchange -> FeedSite.answer(
                        exchange,
                        200,
                        (FeedSite.header(exchange, "User-Agent") + FeedSite.header(exchange, "Accept"))
                                .getBytes(StandardCharsets.UTF_8)));

        assertThat(fetch("/").octets())
                .asString()
                .startsWith("Mailroundapplication/atom+xml, application/rss+xml, application/feed+json");
    }

    @Test
    void saysWhereTheAnswerCameFromAndInWhichCharset() throws UnreadableException {
        site.at("/old", exchange -> FeedSite.redirect(exchange, 302, "new?x=1"));
        site.at("/new", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=\"ISO-8859-1\"");
            FeedSite.answer(exchange, 200, "x".getBytes(StandardCharsets.UTF_8));
        });

        Fetched fetched = fetch("/old");
        assertThat(fetched.address()).isEqualTo(site.url("/new?x=1"));
        assertThat(fetched.charset()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(fetched.movedTo()).isNull();
    }

    @Test
    void saysWhereAFeedMovedForGood() throws UnreadableException {
        site.at("/old", exchange -> FeedSite.redirect(exchange, 301, "/new"));
        site.at("/new", exchange -> FeedSite.answer(exchange, 200, new byte[] {'x'}));

        assertThat(fetch("/old").movedTo()).isEqualTo(site.url("/new"));
    }

    @Test
    void asksForWhatHasChangedSince() throws UnreadableException {
        site.at("/", exchange -> {
            exchange.getResponseHeaders().set("ETag", "W/\"a b\"");
            exchange.getResponseHeaders().set("Last-Modified", "yesterday, about noon");
            boolean known = "W/\"a b\"".equals(FeedSite.header(exchange, "If-None-Match"))
                    && "yesterday, about noon".equals(FeedSite.header(exchange, "If-Modified-Since"));
            FeedSite.answer(exchange, known ? 304 : 200, known ? new byte[0] : new byte[] {'x'});
        });

        Fetched first = fetch("/");
        assertThat(first.unchanged()).isFalse();
        assertThat(first.validators()).isEqualTo(new Validators("W/\"a b\"", "yesterday, about noon"));

        Fetched second = fetcher.fetch(site.source("/"), first.validators());
        assertThat(second.unchanged()).isTrue();
        assertThat(second.octets()).isEmpty();
        assertThat(second.validators()).isEqualTo(first.validators());
    }

    @Test
    void keepsValidatorsThatAnUnchangedFeedDoesNotRepeat() throws UnreadableException {
        site.at("/", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"b\"");
            FeedSite.answer(exchange, 304, new byte[0]);
        });

        assertThat(fetcher.fetch(site.source("/"), new Validators("\"a\"", "then"))
                        .validators())
                .isEqualTo(new Validators("\"b\"", "then"));
    }

    @Test
    void forgetsValidatorsThatAreTooLong() throws UnreadableException {
        site.at("/", exchange -> {
            exchange.getResponseHeaders().set("ETag", "x".repeat(501));
            FeedSite.answer(exchange, 200, new byte[] {'x'});
        });

        assertThat(fetch("/").validators()).isEqualTo(Validators.NONE);
    }

    @Test
    void unzips() throws UnreadableException {
        site.at("/", exchange -> FeedSite.zipped(exchange, FeedSite.gzip("hello".getBytes(StandardCharsets.UTF_8))));

        assertThat(fetch("/").octets()).asString().isEqualTo("hello");
    }

    @Test
    void takesWhatIsJustNotTooLarge() throws UnreadableException {
        site.at("/", exchange -> FeedSite.answer(exchange, 200, new byte[Fetched.MOST_OCTETS]));

        assertThat(fetch("/").octets()).hasSize(Fetched.MOST_OCTETS);
    }

    private Fetched fetch(String path) throws UnreadableException {
        return fetcher.fetch(site.source(path), Validators.NONE);
    }
}
