package org.mailround.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailround.web.Visit.Answered;
import org.mailround.web.Visit.Failed;

/** Asking servers that behave. */
class WebTests {

    private final Web web = new Web(Asked.HERE, 2);

    @AfterEach
    void close() {
        web.close();
    }

    @Test
    void connectsToTheAddressThatWasJudgedAndLooksItUpOnce() throws Exception {
        List<String> lookedUp = new CopyOnWriteArrayList<>();
        Names names = host -> {
            lookedUp.add(host);
            return Asked.HERE.addresses(host);
        };
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nA: b\r\n\r\nhello");
                Web pinned = new Web(names, 2)) {
            String url = "http://feeds.example:" + server.port() + "/a?b=c";

            Answered answered = (Answered) pinned.visit(Asked.get(url));

            assertThat(answered.status()).isEqualTo(200);
            assertThat(answered.address()).hasToString(url);
            assertThat(answered.header("a")).isEqualTo("b");
            assertThat(answered.body()).asString().isEqualTo("hello");
            assertThat(lookedUp).containsExactly("feeds.example");
            assertThat(server.heads())
                    .singleElement()
                    .asString()
                    .startsWith("GET /a?b=c HTTP/1.1\n")
                    .contains("Host: feeds.example:" + server.port() + "\n");
        }
    }

    @Test
    void saysNothingThatIsNotAskedFor() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\n\r\n")) {
            Inquiry inquiry = Asked.get("http://user:secret@feeds.example:" + server.port() + "/");
            web.visit(inquiry);
            web.visit(inquiry);

            assertThat(server.heads())
                    .hasSize(2)
                    .allSatisfy(head -> assertThat(head.lines())
                            .containsExactlyInAnyOrder(
                                    "GET / HTTP/1.1", "Host: feeds.example:" + server.port(), "Connection: close"));
        }
    }

    @Test
    void triesTheNextAddressWhereNobodyAnswersAtTheFirst() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 204 No Content\r\n\r\n");
                Web several = new Web(
                        host -> new InetAddress[] {
                            InetAddress.getByName("127.0.0.2"), InetAddress.getByName("127.0.0.1")
                        },
                        2)) {
            assertThat(several.visit(Asked.get("http://feeds.example:" + server.port() + "/")))
                    .isInstanceOfSatisfying(
                            Answered.class, it -> assertThat(it.status()).isEqualTo(204));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 200 OK\r\n\r\n', 200",
        "'HTTP/1.0 404 Not Found\r\nA: b\r\n\r\n', 404",
        "'HTTP/1.1 103 Early\r\n\r\nHTTP/1.1 200 OK\r\n\r\n', 200",
        "'HTTP/1.1 200 OK\r\nA:\r\n\r\n', 200",
        "'HTTP/1.1 200 OK\r\nno header\r\n\r\n', 0",
        "'HTTP/1.1 304 Not Modified\r\n\r\n', 304",
        "'SSH-2.0-nothing\r\n', 0",
        "'', 0",
    })
    void whateverIsAnsweredIsAValue(String answer, int status) throws Exception {
        try (RawServer server = RawServer.answering(answer)) {
            Visit visit = web.visit(Asked.get("http://feeds.example:" + server.port() + "/"));

            assertThat(visit instanceof Answered answered ? answered.status() : 0)
                    .isEqualTo(status);
        }
    }

    @Test
    void asksForAHeadAlone() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")) {
            Inquiry get = Asked.get("http://feeds.example:" + server.port() + "/");

            Visit visit = web.visit(new Inquiry(get.url(), "HEAD", Map.of("A", "b"), 0, get.bounds()));

            assertThat(((Answered) visit).header("Content-Length")).isEqualTo("100");
            assertThat(server.heads().get(0)).startsWith("HEAD / ").contains("A: b\n");
        }
    }

    @Test
    void tellsWhyNobodyAnswers() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(web.visit(Asked.get("http://feeds.example:" + free + "/")))
                .isEqualTo(new Failed(Failure.NOBODY_ANSWERS));
        assertThat(web.visit(Asked.get("http://feeds.invalid/"))).isEqualTo(new Failed(Failure.NO_SUCH_HOST));
    }

    @Test
    void asksNobodyAfterItsEnd() throws Exception {
        try (RawServer canary = RawServer.canary()) {
            web.close();

            assertThat(web.visit(Asked.get("http://feeds.example:" + canary.port() + "/")))
                    .isEqualTo(new Failed(Failure.ABANDONED));
            assertThat(canary.heads()).isEmpty();
        }
    }

    @Test
    void asksOneHostTwoThingsAtOnceAndNoMore() throws Exception {
        CyclicBarrier pair = new CyclicBarrier(2);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try (RawServer server = new RawServer((target, out) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            meet(pair);
            now.decrementAndGet();
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        })) {
            Inquiry inquiry = Asked.get("http://feeds.example:" + server.port() + "/");

            List<Future<Visit>> visits = threads.invokeAll(Collections.nCopies(6, () -> web.visit(inquiry)));

            assertThat(visits).extracting(Future::get).allMatch(Answered.class::isInstance);
            assertThat(most).hasValue(2);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void meet(CyclicBarrier pair) {
        try {
            pair.await(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
