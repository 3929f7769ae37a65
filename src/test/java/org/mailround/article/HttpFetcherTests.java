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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpFetcherTests {

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpFetcher fetcher = new HttpFetcher(Duration.ofSeconds(5), Duration.ofSeconds(5));
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
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void asksAsMailround() throws UnreadableException {
        at(
                "/",
                exchange -> answer(
                        exchange,
                        200,
                        exchange.getRequestHeaders().getFirst("User-Agent").getBytes(StandardCharsets.UTF_8)));

        assertThat(fetcher.fetch(url("/")).octets()).asString().isEqualTo("Mailround");
    }

    @Test
    void saysWhereTheAnswerCameFromAndInWhichCharset() throws UnreadableException {
        at("/old", exchange -> redirect(exchange, "new?x=1"));
        at("/new", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/xml; charset=\"ISO-8859-1\"");
            answer(exchange, 200, "x".getBytes(StandardCharsets.UTF_8));
        });

        Fetched fetched = fetcher.fetch(url("/old"));
        assertThat(fetched.address()).isEqualTo(url("/new?x=1"));
        assertThat(fetched.charset()).isEqualTo(StandardCharsets.ISO_8859_1);
    }

    @Test
    void unzips() throws UnreadableException {
        at("/", exchange -> zipped(exchange, gzip("hello".getBytes(StandardCharsets.UTF_8))));

        assertThat(fetcher.fetch(url("/")).octets()).asString().isEqualTo("hello");
    }

    @Test
    void followsFiveRedirectsAndNoMore() throws UnreadableException {
        at("/", exchange -> {
            int left = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            if (left == 0) {
                answer(exchange, 200, new byte[] {'x'});
            } else {
                redirect(exchange, "/" + (left - 1));
            }
        });

        assertThat(fetcher.fetch(url("/5")).octets()).hasSize(1);
        refused("/6", "redirects more than 5 times: use the address it ends at");
    }

    @Test
    void followsNoRedirectOutOfTheWeb() {
        at("/file", exchange -> redirect(exchange, "file:///etc/passwd"));

        refused("/file", "leads to something that is no web address");
    }

    @Test
    void saysWhatTheServerRefused() {
        for (int status : new int[] {404, 403, 500}) {
            at("/" + status, exchange -> answer(exchange, status, new byte[0]));
        }

        refused("/404", url("/404") + " answers 404, there is no such page: correct the source's url");
        refused("/403", "answers 403 and lets nobody in");
        refused("/500", "answers 500 and no feed: try later");
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
    void waitsNoLongerThanItIsTold() {
        at("/silent", exchange -> waitForTheEnd());
        at("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            waitForTheEnd();
        });
        HttpFetcher hasty = new HttpFetcher(Duration.ofSeconds(5), Duration.ofMillis(300));

        for (String path : new String[] {"/silent", "/slow"}) {
            assertThatExceptionOfType(UnreadableException.class)
                    .isThrownBy(() -> hasty.fetch(url(path)))
                    .withMessageContaining("did not answer within");
        }
    }

    @Test
    void saysWhereNobodyAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> fetcher.fetch("http://user:secret@127.0.0.1:%d/x".formatted(free)))
                .withMessage("http://127.0.0.1:%d/x: nothing answers there: check the address, or try later"
                        .formatted(free));
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> fetcher.fetch("http://feed.invalid/x"))
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
                .isThrownBy(() -> fetcher.fetch(url(path)))
                .withMessageContaining(reason);
    }

    private void at(String path, HttpHandler handler) {
        server.createContext(path, handler);
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

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
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
