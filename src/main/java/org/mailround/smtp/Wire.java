package org.mailround.smtp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to a relay, and gives it up where it reads nothing: a write has no time-out of its own. One thread looks after all
 * connections; a task a write, as Angus has it, costs as much as the write.
 */
class Wire implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Wire.class);

    private static final ScheduledThreadPoolExecutor LOOKS = looks();
    private static final long IDLE = 0;

    private final OutputStream out;
    private final Sockets sockets;
    private final @Nullable RelaySocket beneath;
    private final Duration longest;
    private final @Nullable Future<?> look;
    private volatile long since = IDLE;
    private volatile boolean stuck;

    /** @param longest how long a write may take; zero where it may for ever */
    Wire(OutputStream out, Sockets sockets, Duration longest) {
        this.out = out;
        this.sockets = sockets;
        this.beneath = sockets.gatherer();
        this.longest = longest;
        long between = Math.max(1, longest.toMillis() / 4);
        this.look = longest.isZero()
                ? null
                : LOOKS.scheduleWithFixedDelay(this::look, between, between, TimeUnit.MILLISECONDS);
    }

    /** The thread ends when no connection is left. */
    private static ScheduledThreadPoolExecutor looks() {
        ScheduledThreadPoolExecutor looks = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "relay-write-watch");
            thread.setDaemon(true);
            return thread;
        });
        looks.setKeepAliveTime(10, TimeUnit.SECONDS);
        looks.allowCoreThreadTimeOut(true);
        looks.setRemoveOnCancelPolicy(true);
        return looks;
    }

    private void look() {
        long began = since;
        if (began != IDLE && System.nanoTime() - began > longest.toNanos()) {
            stuck = true;
            try {
                sockets.abort();
            } catch (IOException e) {
                log.warn("A connection that reads nothing could not be broken off", e);
            }
        }
    }

    /** @throws SocketTimeoutException if the relay did not read it in time */
    void write(byte[] octets, int begin, int end) throws IOException {
        if (begin == end) {
            return;
        }
        since = System.nanoTime() | 1;
        try {
            if (beneath != null) {
                beneath.gather();
            }
            out.write(octets, begin, end - begin);
            if (beneath != null) {
                beneath.release();
            }
        } catch (IOException e) {
            if (beneath != null) {
                beneath.drop();
            }
            if (!stuck) {
                throw e;
            }
            SocketTimeoutException late = new SocketTimeoutException("the relay reads nothing");
            late.addSuppressed(e);
            throw late;
        } finally {
            since = IDLE;
        }
    }

    @Override
    public void close() {
        if (look != null) {
            look.cancel(false);
        }
    }
}
