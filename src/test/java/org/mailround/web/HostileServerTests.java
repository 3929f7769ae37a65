package org.mailround.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailround.web.Visit.Answered;
import org.mailround.web.Visit.Failed;

/** Asking servers that would keep us for ever, or fill our memory. */
@Timeout(60)
class HostileServerTests {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String ZIPPED = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n";

    private final CountDownLatch over = new CountDownLatch(1);
    private final Semaphore hungUp = new Semaphore(0);
    private final Web web = new Web(Asked.HERE, 2);

    @AfterEach
    void close() {
        over.countDown();
        web.close();
    }

    @Test
    void anEndlessBodyIsCutOff() throws Exception {
        assertThat(body(endless("HTTP/1.1 200 OK\r\n\r\n", "x"))).hasSize(Asked.MOST);
        assertThat(hungUp.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void soIsOneInEndlessChunks() throws Exception {
        assertThat(body(endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n")))
                .hasSize(Asked.MOST);
        assertThat(hungUp.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anEndlessHeadIsRefused() throws Exception {
        assertThat(visit(endless("HTTP/1.1 200 OK\r\n", "A: b\r\n"))).isEqualTo(new Failed(Failure.BROKEN_OFF));
        assertThat(visit(endless("HTTP/1.1 200 OK\r\nA: ", "b"))).isEqualTo(new Failed(Failure.BROKEN_OFF));
        assertThat(visit(endless("HTTP/1.1 200 OK", "\r"))).isEqualTo(new Failed(Failure.BROKEN_OFF));
        assertThat(visit(endless("", "\r\n"))).isEqualTo(new Failed(Failure.BROKEN_OFF));
    }

    @Test
    void aBombIsUnpackedNoFurtherThanItIsWanted() throws Exception {
        byte[] bomb = gzip(new byte[20_000_000]);

        assertThat(body((target, out) -> out.write(joined(ZIPPED, bomb)))).hasSize(Asked.MOST);
    }

    @Test
    void anArchiveOfNothingAgainAndAgainIsRefused() throws Exception {
        byte[] nothing = gzip(new byte[0]);

        assertThat(visit((target, out) -> {
                    out.write(ZIPPED.getBytes(StandardCharsets.US_ASCII));
                    for (int i = 0; i < 10_000; i++) {
                        out.write(nothing);
                    }
                }))
                .isEqualTo(new Failed(Failure.TOO_LARGE));
    }

    @Test
    void unpacksWhatCanBeUnpacked() throws Exception {
        byte[] text = "hello".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(deflated)) {
            out.write(text);
        }

        assertThat(body((target, out) -> out.write(joined(ZIPPED, gzip(text))))).isEqualTo(text);
        assertThat(body((target, out) -> out.write(joined(ZIPPED.replace("gzip", "deflate"), deflated.toByteArray()))))
                .isEqualTo(text);
        assertThat(visit((target, out) -> out.write(joined(ZIPPED, text)))).isEqualTo(new Failed(Failure.DAMAGED));
        assertThat(visit((target, out) -> out.write(joined(ZIPPED.replace("gzip", "deflate"), text))))
                .isEqualTo(new Failed(Failure.DAMAGED));
    }

    @Test
    void aBodyThatBreaksOffIsNone() throws Exception {
        assertThat(visit((target, out) ->
                        out.write(joined("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", new byte[10]))))
                .isEqualTo(new Failed(Failure.BROKEN_OFF));
        assertThat(visit((target, out) ->
                        out.write(joined("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n", new byte[3]))))
                .isEqualTo(new Failed(Failure.BROKEN_OFF));
        assertThat(visit((target, out) ->
                        out.write(joined("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", new byte[3]))))
                .isEqualTo(new Failed(Failure.BROKEN_OFF));
    }

    @Test
    void anAnswerThatDripsIsLeftInTimeWhereverItDrips() throws Exception {
        assertThat(visit(dripping("HTTP/1.1 200 OK\r\nA: "), SHORT)).isEqualTo(new Failed(Failure.TOO_LATE));
        assertThat(visit(dripping("HTTP/1.1 200 OK\r\n\r\n"), SHORT)).isEqualTo(new Failed(Failure.TOO_LATE));
        // the name of what is packed comes before it
        assertThat(visit(dripping(ZIPPED + "\u001f\u008b\b\b\0\0\0\0\0\0"), SHORT))
                .isEqualTo(new Failed(Failure.TOO_LATE));
        assertThat(hungUp.tryAcquire(3, 10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void silenceIsLeftInTime() throws Exception {
        assertThat(visit((target, out) -> over.await(), SHORT)).isEqualTo(new Failed(Failure.TOO_LATE));
    }

    @Test
    void soAreNamesThatNobodyFinds() {
        try (Web stuck = new Web(
                host -> {
                    await();
                    return new InetAddress[0];
                },
                2)) {
            assertThat(stuck.visit(Asked.get("http://feeds.example/", SHORT))).isEqualTo(new Failed(Failure.TOO_LATE));
        }
    }

    @Test
    void redirectsDoNotBuyTime() throws Exception {
        assertThat(visit(
                        (target, out) -> {
                            over.await(200, TimeUnit.MILLISECONDS);
                            out.write("HTTP/1.1 302 Found\r\nLocation: /x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                        },
                        SHORT))
                .isEqualTo(new Failed(Failure.TOO_LATE));
    }

    @Test
    void whoIsInterruptedLeaves() throws Exception {
        Thread.currentThread().interrupt();

        assertThat(visit((target, out) -> over.await(), SHORT)).isEqualTo(new Failed(Failure.ABANDONED));
        assertThat(Thread.interrupted()).isTrue();
    }

    private interface Work {

        void answer(String target, OutputStream out) throws IOException, InterruptedException;
    }

    private byte[] body(Work work) throws IOException {
        return ((Answered) visit(work)).body();
    }

    private Visit visit(Work work) throws IOException {
        return visit(work, Duration.ofSeconds(20));
    }

    private Visit visit(Work work, Duration within) throws IOException {
        try (RawServer server = new RawServer((target, out) -> {
            try {
                work.answer(target, out);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        })) {
            return web.visit(Asked.get("http://feeds.example:" + server.port() + "/", within));
        }
    }

    private Work endless(String head, String again) {
        byte[] piece = again.repeat(1000).getBytes(StandardCharsets.US_ASCII);
        return (target, out) -> {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            try {
                while (over.getCount() > 0) {
                    out.write(piece);
                }
            } catch (IOException e) {
                hungUp.release();
            }
        };
    }

    private Work dripping(String head) {
        return (target, out) -> {
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            try {
                while (!over.await(5, TimeUnit.MILLISECONDS)) {
                    out.write('H');
                    out.flush();
                }
            } catch (IOException e) {
                hungUp.release();
            }
        };
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] gzip(byte[] octets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(octets);
        }
        return out.toByteArray();
    }

    private static byte[] joined(String head, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(body);
        return all.toByteArray();
    }
}
