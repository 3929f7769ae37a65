package org.mailround.article;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailround.web.Address;
import org.mailround.web.Failure;
import org.mailround.web.Inquiry;
import org.mailround.web.Inquiry.Bounds;
import org.mailround.web.Names;
import org.mailround.web.Visit;
import org.mailround.web.Visit.Answered;
import org.mailround.web.Visit.Failed;
import org.mailround.web.Visit.Forbidden;
import org.mailround.web.Web;

/** Gets feeds from the web. For any thread. */
final class FeedFetcher implements AutoCloseable {

    private static final int PER_HOST = 2;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");
    private static final Map<String, String> HEADERS = Map.of(
            "User-Agent", "Mailround",
            "Accept",
                    "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5",
            "Accept-Encoding", "gzip, deflate");

    private final Names names;
    private final Duration total;
    private final Map<String, Semaphore> turnsByHost = new ConcurrentHashMap<>();
    private @Nullable Web web;

    /** @param total how long one answer may take, to its last octet */
    FeedFetcher(Names names, Duration total) {
        this.names = names;
        this.total = total;
    }

    /**
     * What is at a source's address, unless it is what it was.
     *
     * @param known of the last time
     * @throws UnreadableException if it does not answer with success, or may not be asked
     */
    Fetched fetch(Source.Feed source, Validators known) throws UnreadableException {
        URI address = Address.of(source.url());
        FeedTrouble trouble = new FeedTrouble(source, total);
        if (address == null) {
            throw trouble.noAddress();
        }
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.putAll(known.conditions());
        Visit visit = visit(new Inquiry(
                address, "GET", headers, Fetched.MOST_OCTETS + 1, new Bounds(total, source.privateHosts(), true)));
        if (visit instanceof Forbidden forbidden) {
            throw trouble.forbidden(forbidden);
        }
        if (visit instanceof Failed failed) {
            throw trouble.failed(failed.why());
        }
        return fetched((Answered) visit, known, trouble);
    }

    /** To wait for one's turn at a host is not to wait for the host. */
    private Visit visit(Inquiry inquiry) {
        Semaphore turns = turnsByHost.computeIfAbsent(
                String.valueOf(inquiry.url().getHost()), host -> new Semaphore(PER_HOST, true));
        try {
            turns.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed(Failure.ABANDONED);
        }
        try {
            return web().visit(inquiry);
        } finally {
            turns.release();
        }
    }

    @Override
    public synchronized void close() {
        if (web != null) {
            web.close();
        }
    }

    /** Only where a source is on the web: the client costs some of the time it takes to start. */
    private synchronized Web web() {
        if (web == null) {
            web = new Web(names, PER_HOST);
        }
        return web;
    }

    private static Fetched fetched(Answered answered, Validators known, FeedTrouble trouble)
            throws UnreadableException {
        String address = answered.address().toString();
        URI moved = answered.movedTo();
        String movedTo = moved == null ? null : moved.toString();
        if (answered.status() == NOT_MODIFIED && !known.equals(Validators.NONE)) {
            return new Fetched(new byte[0], null, address, true, known.renewed(answered), movedTo);
        }
        if (answered.status() != OK) {
            throw trouble.refused(answered);
        }
        if (answered.body().length > Fetched.MOST_OCTETS) {
            throw trouble.tooLarge();
        }
        return new Fetched(
                answered.body(),
                charset(answered.header("Content-Type")),
                address,
                false,
                Validators.of(answered),
                movedTo);
    }

    private static @Nullable Charset charset(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        return matcher.find() ? FeedEncoding.charset(matcher.group(1)) : null;
    }
}
