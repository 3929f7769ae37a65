package org.mailround.preflight;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.mailround.preflight.Destination.PrivateNetworkException;
import org.mailround.preflight.Visit.Answered;
import org.mailround.preflight.Visit.Failed;
import org.mailround.preflight.Visit.Forbidden;
import org.mailround.preflight.Visit.Unheard;

/**
 * Asks for addresses on the web. It connects to the very address that was judged, which Java's own client, looking it up
 * again, might not; judges each redirect anew; and reads no more than it needs. For any thread.
 */
final class WebClient {

    private static final int MOST_REDIRECTS = 5;
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Destination destination;
    private final Deadline deadline;

    WebClient(Destination destination, Deadline deadline) {
        this.destination = destination;
        this.deadline = deadline;
    }

    /**
     * Asks, and follows where it is led.
     *
     * @param url http or https, with a host
     * @param method {@code HEAD} or {@code GET}
     * @param octets how much of the body is wanted
     */
    Visit visit(URI url, String method, int octets) {
        URI address = url;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            Visit visit = ask(address, method, octets);
            if (!(visit instanceof Answered answered) || !answered.isRedirect()) {
                return visit;
            }
            URI next = WebAddress.of(answered.header("Location"), address);
            if (next == null) {
                return new Failed("it redirects to no address");
            }
            address = next;
        }
        return new Failed("it redirects more than %d times".formatted(MOST_REDIRECTS));
    }

    private Visit ask(URI url, String method, int octets) {
        if (deadline.isOver()) {
            return new Unheard();
        }
        Deadline end = deadline.orIn(Duration.ofMillis(2L * TIMEOUT_MILLIS));
        try (Socket socket = connect(url)) {
            socket.getOutputStream().write(request(url, method).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            InputStream in = new BufferedInputStream(socket.getInputStream());
            return WebAnswer.read(in, method.equals("GET") ? octets : 0, end);
        } catch (PrivateNetworkException e) {
            return new Forbidden();
        } catch (IOException e) {
            return deadline.isOver() ? new Unheard() : new Failed(reason(e));
        }
    }

    private Socket connect(URI url) throws IOException, PrivateNetworkException {
        boolean https = url.getScheme().equalsIgnoreCase("https");
        int port = url.getPort() > 0 ? url.getPort() : https ? 443 : 80;
        InetAddress address = destination.of(url.getHost());
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address, port), millis());
            socket.setSoTimeout(millis());
            return https ? secured(socket, url.getHost(), port) : socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket secured(Socket socket, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket secure = (SSLSocket) factory.createSocket(socket, host, port, true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private int millis() {
        return (int) Math.max(1, Math.min(TIMEOUT_MILLIS, deadline.left().toMillis()));
    }

    private static String request(URI url, String method) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String host = url.getHost() + (url.getPort() > 0 ? ":" + url.getPort() : "");
        return "%s %s%s HTTP/1.1\r\nHost: %s\r\nUser-Agent: Mozilla/5.0 (compatible; Mailround)\r\nAccept: */*\r\nConnection: close\r\n\r\n"
                .formatted(method.toUpperCase(Locale.ROOT), path, query, host);
    }

    private static String reason(IOException e) {
        if (e instanceof UnknownHostException) {
            return "there is no such host";
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return "nobody answers there";
        }
        if (e instanceof SocketTimeoutException) {
            return "it does not answer in time";
        }
        if (e instanceof SSLException) {
            return "its certificate is not to be trusted, or it speaks no TLS";
        }
        return "it broke off its answer";
    }
}
