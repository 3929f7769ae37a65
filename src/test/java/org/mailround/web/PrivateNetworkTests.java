package org.mailround.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.web.Inquiry.Bounds;
import org.mailround.web.Visit.Answered;
import org.mailround.web.Visit.Failed;
import org.mailround.web.Visit.Forbidden;

/** What only this network can reach is not asked: a canary in it would tell. */
class PrivateNetworkTests {

    private final RawServer canary = RawServer.canary();
    private final Web web = new Web(Asked.HERE, 2);

    @AfterEach
    void close() throws Exception {
        web.close();
        canary.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "localhost",
                "feeds.example",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[::127.0.0.1]",
                "0.0.0.0",
                "2130706433"
            })
    void noStrangersAddressLeadsToThisMachine(String host) {
        String url = "http://%s:%d/feed".formatted(host, canary.port());

        assertThat(web.visit(Asked.stranger(url))).isInstanceOf(Forbidden.class);
        assertThat(canary.heads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2130706433", "017700000001", "0x7f000001", "0x7f.1", "127.1", "0177.0.0.1"})
    void norDoesOneInNumbersAsNobodyWritesThem(String host) {
        try (Web asThisMachineReadsIt = new Web(Names.OF_THIS_MACHINE, 2)) {
            URI url = Address.of("http://%s:%d/feed".formatted(host, canary.port()));

            assertThat(url == null ? "no address" : asThisMachineReadsIt.visit(Asked.stranger(url.toString())))
                    .isNotInstanceOf(Answered.class);
            assertThat(canary.heads()).isEmpty();
        }
    }

    @Test
    void oneForbiddenAddressOfSeveralIsEnough() throws Exception {
        InetAddress open = InetAddress.getByName("93.184.215.14");
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (Web several = new Web(host -> new InetAddress[] {open, loopback}, 2)) {
            URI url = URI.create("http://feeds.example:%d/".formatted(canary.port()));

            assertThat(several.visit(Asked.stranger(url.toString()))).isEqualTo(new Forbidden(url, loopback));
            assertThat(canary.heads()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:PORT/",
                "http://feeds.example:PORT/",
                "//feeds.example:PORT/",
                "http://localhost:PORT/",
                "http://user:secret@127.0.0.1:PORT/",
                "http://feeds.example@127.0.0.1:PORT/",
                "http://[::ffff:7f00:1]:PORT/",
                "http://2130706433:PORT/",
                "https://127.0.0.1:PORT/"
            })
    void noRedirectLeadsToAnotherServerThanTheOneThatIsMeant(String location) throws Exception {
        String target = location.replace("PORT", Integer.toString(canary.port()));
        try (RawServer server = redirecting(target)) {
            assertThat(web.visit(Asked.get("http://feeds.example:" + server.port() + "/")))
                    .isInstanceOf(Forbidden.class);
            assertThat(server.heads()).hasSize(1);
            assertThat(canary.heads()).isEmpty();
        }
    }

    @Test
    void theSameServerUnderAnotherNameIsAnother() throws Exception {
        try (RawServer server = new RawServer(
                (target, out) -> out.write(redirect("http://localhost:%s/".formatted(target.substring(1)))))) {
            assertThat(web.visit(Asked.get("http://127.0.0.1:%1$d/%1$d".formatted(server.port()))))
                    .isInstanceOf(Forbidden.class);
            assertThat(server.heads()).hasSize(1);
        }
    }

    @Test
    void aRedirectTellsNoPassword() throws Exception {
        try (RawServer server = redirecting("http://user:secret@10.0.0.1/x")) {
            Visit visit = web.visit(Asked.get("http://feeds.example:" + server.port() + "/"));

            assertThat(visit)
                    .isEqualTo(new Forbidden(URI.create("http://10.0.0.1/x"), InetAddress.getByName("10.0.0.1")));
        }
    }

    @Test
    void aTrialReachesThisMachineAndNoOtherOfItsNetwork() throws Exception {
        try (RawServer server = redirecting("http://10.0.0.1/")) {
            assertThat(trial("http://localhost:" + canary.port())).isInstanceOf(Answered.class);
            assertThat(trial("http://localhost:" + server.port())).isInstanceOf(Forbidden.class);
        }
    }

    @Test
    void namesThatAreNotFoundAreNotAskedForElsewhere() {
        try (Web nowhere = new Web(host -> new InetAddress[0], 2)) {
            assertThat(nowhere.visit(Asked.stranger("http://localhost:%d/".formatted(canary.port()))))
                    .isEqualTo(new Failed(Failure.NO_SUCH_HOST));
            assertThat(canary.heads()).isEmpty();
        }
    }

    private Visit trial(String url) {
        Bounds bounds = new Bounds(Duration.ofSeconds(20), PrivateHosts.THIS_MACHINE, false);
        return web.visit(new Inquiry(URI.create(url), "GET", Map.of(), 1, bounds));
    }

    private static RawServer redirecting(String location) {
        return new RawServer((target, out) -> out.write(redirect(location)));
    }

    private static byte[] redirect(String location) {
        return "HTTP/1.1 302 Found\r\nLocation: %s\r\n\r\n".formatted(location).getBytes(StandardCharsets.US_ASCII);
    }
}
