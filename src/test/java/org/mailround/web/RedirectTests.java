package org.mailround.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailround.web.Visit.Answered;
import org.mailround.web.Visit.Failed;

/** Where redirects lead; those into private networks are in {@link PrivateNetworkTests}. */
class RedirectTests {

    private final Web web = new Web(Asked.HERE, 2);

    @AfterEach
    void close() {
        web.close();
    }

    @ParameterizedTest
    @CsvSource({"/sub/new", "new", "//feeds.example:PORT/sub/new", "http://feeds.example:PORT/sub/new#x"})
    void readsARedirectFromWhereItStands(String location) throws Exception {
        AtomicInteger port = new AtomicInteger();
        try (RawServer server = new RawServer((target, out) -> out.write(
                target.equals("/sub/old")
                        ? redirect(302, location.replace("PORT", port.toString()))
                        : "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))) {
            port.set(server.port());
            String root = "http://feeds.example:" + port;

            Answered answered = (Answered) web.visit(Asked.get(root + "/sub/old"));

            assertThat(answered.address()).hasToString(root + "/sub/new");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "301, 301, /c",
        "308, 301, /c",
        "301, 302, /b",
        "302, 301, ",
        "307, 307, ",
    })
    void saysWhereAnAddressMovedForGood(int first, int second, @Nullable String movedTo) throws Exception {
        try (RawServer server = new RawServer((target, out) -> out.write(
                switch (target) {
                    case "/a" -> redirect(first, "/b");
                    case "/b" -> redirect(second, "/c");
                    default -> "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
                }))) {
            String root = "http://feeds.example:" + server.port();

            Answered answered = (Answered) web.visit(Asked.get(root + "/a"));

            assertThat(answered.address()).hasToString(root + "/c");
            assertThat(answered.movedTo()).isEqualTo(movedTo == null ? null : URI.create(root + movedTo));
        }
    }

    @Test
    void leavesARedirectAtTheFifth() throws Exception {
        try (RawServer server = new RawServer((target, out) -> out.write(redirect(302, "/loop")))) {
            assertThat(web.visit(Asked.get("http://feeds.example:" + server.port() + "/")))
                    .isEqualTo(new Failed(Failure.REDIRECTS_TOO_OFTEN));
            assertThat(server.heads()).hasSize(6);
        }
    }

    @ParameterizedTest
    @CsvSource({"http://feeds.example:99999/", "file:///etc/passwd", "https://", "javascript:alert(1)"})
    void followsARedirectToNoAddressNowhere(String location) throws Exception {
        try (RawServer server = new RawServer((target, out) -> out.write(redirect(302, location)))) {
            assertThat(web.visit(Asked.get("http://feeds.example:" + server.port() + "/")))
                    .isEqualTo(new Failed(Failure.REDIRECTS_NOWHERE));
        }
    }

    private static byte[] redirect(int status, String location) {
        return "HTTP/1.1 %d Moved\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n"
                .formatted(status, location)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
