package org.mailround.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailround.TestSite;
import org.mailround.preflight.Visit.Answered;
import org.mailround.preflight.Visit.Failed;
import org.mailround.preflight.Visit.Forbidden;

/** Asking for pages, of a site that behaves and of servers that do not. */
class WebClientTests {

    private final TestSite site = new TestSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void redirectsAreFollowed() {
        site.page("/new").redirect("/old", "/new");

        assertThat(visit(site.url("/old")))
                .isInstanceOfSatisfying(
                        Answered.class, it -> assertThat(it.status()).isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:99999/", "file:///etc/passwd", "https://"})
    void aRedirectToNoAddressIsTold(String location) {
        site.redirect("/old", location);

        assertThat(visit(site.url("/old"))).isEqualTo(new Failed("it redirects to no address"));
    }

    @Test
    void redirectsInACircleComeToAnEnd() {
        site.redirect("/loop", "/loop");

        assertThat(visit(site.url("/loop"))).isEqualTo(new Failed("it redirects more than 5 times"));
        assertThat(site.asked()).hasSize(6);
    }

    @Test
    void aRedirectIntoAPrivateNetworkIsNotFollowed() {
        site.redirect("/out", "http://10.0.0.1/");

        assertThat(visit(site.url("/out"))).isEqualTo(new Forbidden());
    }

    @Test
    void thisMachineIsNotAskedWhereMailGoesOut() {
        site.page("/canary");

        assertThat(client(false).visit(URI.create(site.url("/canary")), "GET", 1))
                .isEqualTo(new Forbidden());
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void aHostThatIsNotThereIsTold() {
        assertThat(visit("http://nowhere.invalid/")).isEqualTo(new Failed("there is no such host"));
    }

    @Test
    void aBodyIsReadAsFarAsItIsWanted() {
        site.answer("/long", 200, "text/plain", "0123456789".getBytes(StandardCharsets.US_ASCII));

        Visit visit = client(true).visit(URI.create(site.url("/long")), "GET", 4);

        assertThat(((Answered) visit).body())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("0123");
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 200 OK\r\n\r\n', 200",
        "'HTTP/1.0 404 Not Found\r\nA: b\r\n\r\n', 404",
        "'HTTP/1.1 103 Early\r\n\r\nHTTP/1.1 200 OK\r\n\r\n', 200",
        "'SSH-2.0-nothing\r\n', 0",
        "'', 0",
        "'HTTP/1.1 200 OK\r\nA: b', 0",
    })
    void whateverIsAnsweredIsAValue(String answer, int status) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> answer(server, answer));
            thread.setDaemon(true);
            thread.start();

            Visit visit = visit("http://127.0.0.1:" + server.getLocalPort() + "/");

            assertThat(visit instanceof Answered answered ? answered.status() : 0)
                    .isEqualTo(status);
        }
    }

    @Test
    void noQuestionIsAskedAfterTheDeadline() {
        site.page("/late");
        WebClient late = new WebClient(new Destination(WebClientTests::addresses, true), Deadline.in(Duration.ZERO));

        assertThat(late.visit(URI.create(site.url("/late")), "GET", 1)).isInstanceOf(Visit.Unheard.class);
        assertThat(site.asked()).isEmpty();
    }

    private static void answer(ServerSocket server, String answer) {
        try (Socket client = server.accept()) {
            client.getInputStream().read(new byte[4096]);
            OutputStream out = client.getOutputStream();
            out.write(answer.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Visit visit(String url) {
        return client(true).visit(URI.create(url), "GET", 1);
    }

    private static WebClient client(boolean trial) {
        return new WebClient(new Destination(WebClientTests::addresses, trial), Deadline.in(Duration.ofMinutes(1)));
    }

    /** No question leaves this machine. */
    private static InetAddress[] addresses(String host) throws UnknownHostException {
        if (!host.matches("[0-9.]+")) {
            throw new UnknownHostException(host);
        }
        return InetAddress.getAllByName(host);
    }
}
