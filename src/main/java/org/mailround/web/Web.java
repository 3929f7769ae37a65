package org.mailround.web;

import java.security.NoSuchAlgorithmException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.mailround.web.Visit.Failed;

/**
 * Asks for addresses on the web. It connects to the very addresses that were judged, judges each redirect anew, and reads
 * no more than is wanted, for no longer than is wanted. For any thread.
 */
public final class Web implements AutoCloseable {

    private final Names names;
    private final Connections connections;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "web");
        // one that waits for a silent server keeps no program from its end
        thread.setDaemon(true);
        return thread;
    });

    /** @param perHost how many questions one host is asked at once; in all they are at most eight */
    public Web(Names names, int perHost) {
        this(names, perHost, usualTls());
    }

    /** @param tls knows whose certificates to trust */
    Web(Names names, int perHost, SSLContext tls) {
        this.names = names;
        this.connections = new Connections(tls, perHost);
    }

    /**
     * Asks, and follows where it is led. It comes back in time even where a server, or the DNS, does not; after the end with
     * {@link Failure#ABANDONED}.
     */
    public Visit visit(Inquiry inquiry) {
        Journey journey =
                new Journey(inquiry, new Destination(names, inquiry.bounds().meant()), connections);
        try {
            Future<Visit> visit = threads.submit(journey);
            return visit.get(inquiry.bounds().within().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Failed(Failure.TOO_LATE);
        } catch (RejectedExecutionException e) {
            return new Failed(Failure.ABANDONED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(Failure.ABANDONED);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            journey.end();
        }
    }

    private static SSLContext usualTls() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        connections.close();
    }
}
