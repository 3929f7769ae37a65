package org.mailround.article;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Gets what is at a web address: within a time, up to a size, over a few redirects. */
final class HttpFetcher {

    private static final int MOST_REDIRECTS = 5;
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");

    private final HttpClient client;
    private final Duration total;

    /**
     * @param connect how long to wait for a connection
     * @param total how long one answer may take, to its last octet
     */
    HttpFetcher(Duration connect, Duration total) {
        // Redirects are followed here, so that each address can be judged before it is asked.
        this.client = HttpClient.newBuilder()
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.total = total;
    }

    /** @throws UnreadableException if it does not answer with success */
    Fetched fetch(String url) throws UnreadableException {
        URI address = address(url, url);
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<byte[]> response = ask(address, WebAddress.shown(url));
            URI next = redirect(response, url);
            if (next == null) {
                return fetched(response, WebAddress.shown(url));
            }
            address = next;
        }
        throw new UnreadableException("%s redirects more than %d times: use the address it ends at"
                .formatted(WebAddress.shown(url), MOST_REDIRECTS));
    }

    private HttpResponse<byte[]> ask(URI address, String shown) throws UnreadableException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(total)
                .header("User-Agent", "Mailround")
                .header("Accept", "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5")
                .header("Accept-Encoding", "gzip")
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new LimitedBody(Fetched.MOST_OCTETS));
        try {
            // The request's own timeout ends with the head of the answer.
            return answer.get(total.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw HttpFailure.timedOut(shown, total, e);
        } catch (ExecutionException e) {
            throw HttpFailure.of(shown, total, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableException("%s was not read to the end: collect again".formatted(shown), e);
        } finally {
            answer.cancel(true);
        }
    }

    private static @Nullable URI redirect(HttpResponse<byte[]> response, String url) throws UnreadableException {
        String location = response.headers().firstValue("Location").orElse(null);
        if (location == null || !isRedirect(response.statusCode())) {
            return null;
        }
        URI target = WebAddress.uri(location);
        if (target == null) {
            throw new UnreadableException(
                    "%s redirects to no address: ask whoever runs the site".formatted(WebAddress.shown(url)));
        }
        return address(response.uri().resolve(target).toString(), url);
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static URI address(String text, String url) throws UnreadableException {
        String web = WebAddress.absolute(null, text);
        if (web == null) {
            throw new UnreadableException("%s leads to something that is no web address: correct the source's url"
                    .formatted(WebAddress.shown(url)));
        }
        return URI.create(web);
    }

    private static Fetched fetched(HttpResponse<byte[]> response, String shown) throws UnreadableException {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw new UnreadableException(
                    "%s answers %d and lets nobody in: use an address that is open to all".formatted(shown, status));
        }
        if (status == 404 || status == 410) {
            throw new UnreadableException(
                    "%s answers %d, there is no such page: correct the source's url".formatted(shown, status));
        }
        if (status != 200) {
            throw new UnreadableException(
                    "%s answers %d and no feed: try later, or check the address in a browser".formatted(shown, status));
        }
        boolean zipped = response.headers()
                .firstValue("Content-Encoding")
                .filter(encoding -> encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip"))
                .isPresent();
        return new Fetched(
                zipped ? unzipped(response.body(), shown) : response.body(),
                charset(response.headers().firstValue("Content-Type").orElse("")),
                response.uri().toString());
    }

    private static byte[] unzipped(byte[] octets, String shown) throws UnreadableException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(octets))) {
            byte[] result = in.readNBytes(Fetched.MOST_OCTETS + 1);
            if (result.length > Fetched.MOST_OCTETS) {
                throw Fetched.tooLarge(shown);
            }
            return result;
        } catch (ZipException | EOFException e) {
            throw new UnreadableException(
                    "%s answers with damaged gzip: ask whoever runs the site".formatted(shown), e);
        } catch (IOException e) {
            throw new UnreadableException("%s broke off its answer: try later".formatted(shown), e);
        }
    }

    private static @Nullable Charset charset(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        return matcher.find() ? FeedEncoding.charset(matcher.group(1)) : null;
    }
}
