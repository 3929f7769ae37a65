package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailround.web.Names;

/** What staff are told of a feed that cannot be had. */
class FeedTroubleTests {

    private final FeedSite site = new FeedSite();
    private final FeedFetcher fetcher = new FeedFetcher(Names.OF_THIS_MACHINE, Duration.ofSeconds(20));

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
    }

    @Test
    void followsFiveRedirectsAndNoMore() throws UnreadableException {
        site.at("/", exchange -> {
            int left = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            if (left == 0) {
                FeedSite.answer(exchange, 200, new byte[] {'x'});
            } else {
                FeedSite.redirect(exchange, 302, "/" + (left - 1));
            }
        });

        assertThat(fetch("/5").octets()).hasSize(1);
        refused("/6", "redirects more than 5 times: use the address it ends at");
    }

    @Test
    void followsNoRedirectOutOfTheWeb() {
        site.at("/file", exchange -> FeedSite.redirect(exchange, 302, "file:///etc/passwd"));

        refused("/file", "leads to something that is no web address");
    }

    @Test
    void asksNobodyOfAPrivateNetworkWhoIsNotNamed() {
        site.at("/", exchange -> FeedSite.answer(exchange, 200, new byte[] {'x'}));
        String own = "127.0.0.1:" + site.port();

        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> fetcher.fetch(
                        new Source.Feed("Blog", "http://user:secret@%s/".formatted(own), List.of()), Validators.NONE))
                .withMessage(
                        "http://%s/ leads to an address of a private network (127.0.0.1): if that is meant, set"
                                + " allow-private-hosts: true for this source",
                        own);
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void isLedToNobodyElseOfIt() throws IOException {
        try (ServerSocket canary = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String other = "127.0.0.1:" + canary.getLocalPort();
            site.at("/", exchange -> FeedSite.redirect(exchange, 302, "http://user:secret@%s/x".formatted(other)));
            site.at(
                    "/name",
                    exchange -> FeedSite.redirect(exchange, 302, site.url("/").replace("127.0.0.1", "localhost")));

            refused(
                    "/",
                    site.url("/")
                            + " redirects to http://%1$s/x, an address of a private network (127.0.0.1): if that is meant, name %1$s in allow-private-hosts of this source"
                                    .formatted(other));
            refused("/name", "redirects to http://localhost:");
            assertThat(site.asked()).containsExactly("/", "/name");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404, , 'answers 404, there is no such page: correct the source''s url'",
        "410, , 'answers 410, there is no such page'",
        "304, , answers 304 and no feed",
        "403, , answers 403 and lets nobody in",
        "500, , answers 500 and no feed: try later",
        "503, , answers 503 and no feed: try later",
        "503, 120, answers 503 and no feed: it may be asked again in 120 s",
        "429, 'Sun, 06 Nov 2033 08:49:37 GMT', 'answers 429 and no feed: it may be asked again after Sun, 06 Nov 2033 08:49:37 GMT'",
        "429, '<script>', answers 429 and no feed: try later"
    })
    void saysWhatTheServerRefused(int status, @Nullable String retryAfter, String reason) {
        site.at("/", exchange -> {
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            FeedSite.answer(exchange, status, new byte[0]);
        });

        refused("/", site.url("/") + " " + reason);
    }

    @Test
    void hangsUpOnWhatIsTooLarge() {
        site.at("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] piece = new byte[64 * 1024];
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 10_000; i++) {
                    out.write(piece);
                }
            }
        });
        site.at("/bomb", exchange -> FeedSite.zipped(exchange, FeedSite.gzip(new byte[Fetched.MOST_OCTETS + 1])));

        refused("/endless", "is larger than 10 MB");
        refused("/bomb", "is larger than 10 MB");
    }

    @Test
    void waitsNoLongerThanItIsTold() {
        site.at("/silent", exchange -> site.waitForTheEnd());
        FeedFetcher hasty = new FeedFetcher(Names.OF_THIS_MACHINE, Duration.ofMillis(300));

        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> hasty.fetch(site.source("/silent"), Validators.NONE))
                .withMessageContaining("did not answer within");
    }

    @Test
    void saysWhereNobodyAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> fetcher.fetch(
                        FeedSite.meant("http://user:secret@127.0.0.1:%d/x".formatted(free)), Validators.NONE))
                .withMessage("http://127.0.0.1:%d/x: nothing answers there: check the address, or try later", free);
        FeedFetcher lost = new FeedFetcher(
                host -> {
                    throw new UnknownHostException(host);
                },
                Duration.ofSeconds(20));
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> lost.fetch(FeedSite.meant("http://feed.invalid/x"), Validators.NONE))
                .withMessage("http://feed.invalid/x: no computer of that name is known: check the spelling");
    }

    @Test
    void saysThatAnAnswerBrokeOff() {
        site.at("/half", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[10]);
            exchange.close();
        });
        site.at("/zip", exchange -> FeedSite.zipped(exchange, new byte[] {1, 2, 3}));

        refused("/half", "broke off its answer: try later");
        refused("/zip", "answers with damaged gzip");
    }

    private void refused(String path, String reason) {
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> fetch(path))
                .withMessageContaining(reason);
    }

    private Fetched fetch(String path) throws UnreadableException {
        return fetcher.fetch(site.source(path), Validators.NONE);
    }
}
