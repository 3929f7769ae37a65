package org.mailround.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailround.web.Names;
import org.mailround.web.PrivateHosts;
import org.mailround.web.PrivateHosts.HostPort;

class FeedFetcherTests {

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final FeedFetcher fetcher = new FeedFetcher(Names.OF_THIS_MACHINE, Duration.ofSeconds(20));
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        fetcher.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void asksAsMailroundForFeeds() throws UnreadableException {
        at(
                "/",
                exchange -> answer(
                        exchange,
                        200,
                        (header(exchange, "User-Agent") + header(exchange, "Accept"))
                                .getBytes(StandardCharsets.UTF_8)));

        assertThat(fetch("/").octets())
                .asString()
                .startsWith("Mailroundapplication/atom+xml, application/rss+xml, application/feed+json");
    }

    @Test
    void saysWhereTheAnswerCameFromAndInWhichCharset() throws UnreadableException {
        at("/old", exchange -> redirect(exchange, 302, "new?x=1"));
        at("/new", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=\"ISO-8859-1\"");
            answer(exchange, 200, "x".getBytes(StandardCharsets.UTF_8));
        });

        Fetched fetched = fetch("/old");
        assertThat(fetched.address()).isEqualTo(url("/new?x=1"));
        assertThat(fetched.charset()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(fetched.movedTo()).isNull();
    }

    @Test
    void saysWhereAFeedMovedForGood() throws UnreadableException {
        at("/old", exchange -> redirect(exchange, 301, "/new"));
        at("/new", exchange -> answer(exchange, 200, new byte[] {'x'}));

        assertThat(fetch("/old").movedTo()).isEqualTo(url("/new"));
    }

    @Test
    void asksForWhatHasChangedSince() throws UnreadableException {
        at("/", exchange -> {
            exchange.getResponseHeaders().set("ETag", "W/\"a b\"");
            exchange.getResponseHeaders().set("Last-Modified", "yesterday, about noon");
            boolean known = "W/\"a b\"".equals(header(exchange, "If-None-Match"))
                    && "yesterday, about noon".equals(header(exchange, "If-Modified-Since"));
            answer(exchange, known ? 304 : 200, known ? new byte[0] : new byte[] {'x'});
        });

        Fetched first = fetch("/");
        assertThat(first.unchanged()).isFalse();
        assertThat(first.validators()).isEqualTo(new Validators("W/\"a b\"", "yesterday, about noon"));

        Fetched second = fetcher.fetch(source("/"), first.validators());
        assertThat(second.unchanged()).isTrue();
        assertThat(second.octets()).isEmpty();
        assertThat(second.validators()).isEqualTo(first.validators());
    }

    @Test
    void keepsValidatorsThatAnUnchangedFeedDoesNotRepeat() throws UnreadableException {
        at("/", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"b\"");
            answer(exchange, 304, new byte[0]);
        });

        assertThat(fetcher.fetch(source("/"), new Validators("\"a\"", "then")).validators())
                .isEqualTo(new Validators("\"b\"", "then"));
        refused("/", "answers 304 and no feed");
    }

    @Test
    void forgetsValidatorsThatAreTooLong() throws UnreadableException {
        at("/", exchange -> {
            exchange.getResponseHeaders().set("ETag", "x".repeat(501));
            answer(exchange, 200, new byte[] {'x'});
        });

        assertThat(fetch("/").validators()).isEqualTo(Validators.NONE);
    }

    @Test
    void unzips() throws UnreadableException {
        at("/", exchange -> zipped(exchange, gzip("hello".getBytes(StandardCharsets.UTF_8))));

        assertThat(fetch("/").octets()).asString().isEqualTo("hello");
    }

    @Test
    void followsFiveRedirectsAndNoMore() throws UnreadableException {
        at("/", exchange -> {
            int left = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            if (left == 0) {
                answer(exchange, 200, new byte[] {'x'});
            } else {
                redirect(exchange, 302, "/" + (left - 1));
            }
        });

        assertThat(fetch("/5").octets()).hasSize(1);
        refused("/6", "redirects more than 5 times: use the address it ends at");
    }

    @Test
    void followsNoRedirectOutOfTheWeb() {
        at("/file", exchange -> redirect(exchange, 302, "file:///etc/passwd"));

        refused("/file", "leads to something that is no web address");
    }

    @Test
    void asksNobodyOfAPrivateNetworkWhoIsNotNamed() {
        at("/", exchange -> answer(exchange, 200, new byte[] {'x'}));
        String own = "127.0.0.1:" + server.getAddress().getPort();

        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> fetcher.fetch(
                        new Source.Feed("Blog", "http://user:secret@%s/".formatted(own), List.of()), Validators.NONE))
                .withMessage(
                        "http://%s/ leads to an address of a private network (127.0.0.1): if that is meant, set"
                                + " allow-private-hosts: true for this source",
                        own);
        assertThat(asked).isEmpty();
    }

    @Test
    void isLedToNobodyElseOfIt() throws IOException {
        try (ServerSocket canary = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String other = "127.0.0.1:" + canary.getLocalPort();
            at("/", exchange -> redirect(exchange, 302, "http://user:secret@%s/x".formatted(other)));
            at("/name", exchange -> redirect(exchange, 302, url("/").replace("127.0.0.1", "localhost")));

            refused(
                    "/",
                    url("/")
                            + " redirects to http://%1$s/x, an address of a private network (127.0.0.1): if that is meant, name %1$s in allow-private-hosts of this source"
                                    .formatted(other));
            refused("/name", "redirects to http://localhost:");
            assertThat(asked).containsExactly("/", "/name");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404, , 'answers 404, there is no such page: correct the source''s url'",
        "410, , 'answers 410, there is no such page'",
        "403, , answers 403 and lets nobody in",
        "500, , answers 500 and no feed: try later",
        "503, , answers 503 and no feed: try later",
        "503, 120, answers 503 and no feed: it may be asked again in 120 s",
        "429, 'Sun, 06 Nov 2033 08:49:37 GMT', 'answers 429 and no feed: it may be asked again after Sun, 06 Nov 2033 08:49:37 GMT'",
        "429, '<script>', answers 429 and no feed: try later"
    })
    void saysWhatTheServerRefused(int status, @Nullable String retryAfter, String reason) {
        at("/", exchange -> {
            if (retryAfter != null) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            answer(exchange, status, new byte[0]);
        });

        refused("/", url("/") + " " + reason);
    }

    @Test
    void hangsUpOnWhatIsTooLarge() {
        at("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] piece = new byte[64 * 1024];
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 10_000; i++) {
                    out.write(piece);
                }
            }
        });
        at("/bomb", exchange -> zipped(exchange, gzip(new byte[Fetched.MOST_OCTETS + 1])));

        refused("/endless", "is larger than 10 MB");
        refused("/bomb", "is larger than 10 MB");
    }

    @Test
    void takesWhatIsJustNotTooLarge() throws UnreadableException {
        at("/", exchange -> answer(exchange, 200, new byte[Fetched.MOST_OCTETS]));

        assertThat(fetch("/").octets()).hasSize(Fetched.MOST_OCTETS);
    }

    @Test
    void waitsNoLongerThanItIsTold() {
        at("/silent", exchange -> waitForTheEnd());
        FeedFetcher hasty = new FeedFetcher(Names.OF_THIS_MACHINE, Duration.ofMillis(300));

        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> hasty.fetch(source("/silent"), Validators.NONE))
                .withMessageContaining("did not answer within");
    }

    @Test
    void saysWhereNobodyAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() ->
                        fetcher.fetch(meant("http://user:secret@127.0.0.1:%d/x".formatted(free)), Validators.NONE))
                .withMessage("http://127.0.0.1:%d/x: nothing answers there: check the address, or try later", free);
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> fetcher.fetch(meant("http://feed.invalid/x"), Validators.NONE))
                .withMessage("http://feed.invalid/x: no computer of that name is known: check the spelling");
    }

    @Test
    void saysThatAnAnswerBrokeOff() {
        at("/half", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(new byte[10]);
            exchange.close();
        });
        at("/zip", exchange -> zipped(exchange, new byte[] {1, 2, 3}));

        refused("/half", "broke off its answer: try later");
        refused("/zip", "answers with damaged gzip");
    }

    private void refused(String path, String reason) {
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> fetch(path))
                .withMessageContaining(reason);
    }

    private Fetched fetch(String path) throws UnreadableException {
        return fetcher.fetch(source(path), Validators.NONE);
    }

    private Source.Feed source(String path) {
        return meant(url(path));
    }

    /** As with {@code allow-private-hosts: true}. */
    private static Source.Feed meant(String url) {
        return new Source.Feed("Blog", url, List.of(), PrivateHosts.named(Set.of(HostPort.of(URI.create(url)))));
    }

    private void at(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().toString());
            handler.handle(exchange);
        });
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void waitForTheEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void redirect(HttpExchange exchange, int status, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static void zipped(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        answer(exchange, 200, body);
    }

    private static byte[] gzip(byte[] octets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(octets);
        }
        return out.toByteArray();
    }
}
