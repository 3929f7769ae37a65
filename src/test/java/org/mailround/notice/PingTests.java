package org.mailround.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.Database;

/** Who watches from outside hears of each good round. */
class PingTests {

    @TempDir
    Path home;

    private final List<String> pings = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Integer> answer = CompletableFuture.completedFuture(200);

    @SuppressWarnings("NullAway.Init") // made before each test
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            pings.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(answer.join(), -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aRoundThatFinishedAndOneWithNothingNewAreHeardOf() {
        try (NoticeFixture round = fixture()) {
            round.send();
            round.send();
        }
        assertThat(pings).containsExactly("GET /ping/s3cret", "GET /ping/s3cret");
    }

    @Test
    void aRoundThatStoppedOrWasHeldIsNot() {
        try (NoticeFixture round = fixture()) {
            round.relay.behave(NoticeFixture.refusingSenders(550, "5.7.1 not you"));
            round.send();
        }
        assertThat(pings).isEmpty();
    }

    @Test
    void aSlowOrFailingListenerDelaysNoRound() {
        answer = new CompletableFuture<>();
        try (NoticeFixture round = fixture()) {
            assertThat(round.send().report().state()).isEqualTo("finished");
            answer.complete(500);
        }
        assertThat(pings).hasSize(1);
    }

    private NoticeFixture fixture() {
        return new NoticeFixture(
                Database.H2,
                home,
                1,
                "mailround.alerts.ping-url=http://127.0.0.1:%d/ping/s3cret"
                        .formatted(server.getAddress().getPort()));
    }
}
