package org.mailround.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.mailround.web.PrivateHosts.HostPort;
import org.mailround.web.Visit.Answered;

/**
 * Connections to addresses that were judged, and to no others; each is for one question. They follow no redirect, keep no
 * cookie, know no password and no proxy, and try nothing again: all that would reach for what nobody judged.
 */
final class Connections implements AutoCloseable {

    private static final int AT_ONCE = 8;
    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    private static final Http1Config HEAD = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(16 * 1024)
            .setMaxEmptyLineCount(10)
            .build();

    private final CloseableHttpClient client;

    /** @param perHost how many at once to one host */
    Connections(SSLContext tls, int perHost) {
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEAD)
                                .build())
                        .setDnsResolver(new NoNames())
                        .setTlsSocketStrategy(
                                new DefaultClientTlsStrategy(tls, HostnameVerificationPolicy.BUILTIN, null))
                        .setDefaultTlsConfig(
                                TlsConfig.custom().setHandshakeTimeout(CONNECT).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .build())
                        .setMaxConnPerRoute(perHost)
                        .setMaxConnTotal(AT_ONCE)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .disableDefaultUserAgent()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * Asks one address.
     *
     * @param at what it resolved to
     * @param request another thread may cancel it
     * @param most how much of the body is wanted
     * @throws IOException if it does not answer
     */
    Answered ask(HttpUriRequestBase request, URI address, InetAddress at, int most) throws IOException {
        HostPort place = HostPort.of(address);
        HttpHost host = new HttpHost(address.getScheme(), at, place.host(), place.port());
        ClassicHttpResponse response = client.executeOpen(host, request, HttpClientContext.create());
        try {
            return answered(response, address, most);
        } finally {
            // Closed alone, it would read what is left of the body, however much that is.
            request.cancel();
            Closer.closeQuietly(response);
        }
    }

    private static Answered answered(ClassicHttpResponse response, URI address, int most) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), text(header.getValue()));
        }
        boolean whole = response.getCode() == 200 && response.getEntity() != null;
        byte[] body = whole
                ? Body.read(response.getEntity().getContent(), headers.getOrDefault("content-encoding", ""), most)
                : new byte[0];
        return new Answered(address, null, response.getCode(), Map.copyOf(headers), body);
    }

    /** Addresses that are not encoded come in UTF-8. */
    private static String text(String octets) {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
