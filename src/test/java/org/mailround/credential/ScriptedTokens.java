package org.mailround.credential;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives tokens on a free loopback port, as a test wants it; by itself {@code token-1}, {@code token-2} … for an hour. */
public class ScriptedTokens implements AutoCloseable {

    public interface Behaviour {

        /** @return the status, a blank, and the body; empty to say nothing at all */
        String answer(String form) throws InterruptedException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> forms = new CopyOnWriteArrayList<>();
    private final AtomicInteger given = new AtomicInteger();
    private volatile Behaviour behaviour =
            form -> "200 {\"access_token\":\"token-%d\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                    .formatted(given.incrementAndGet());

    public ScriptedTokens() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/token", this::serve);
        server.start();
    }

    public String uri() {
        return "http://127.0.0.1:%d/token".formatted(server.getAddress().getPort());
    }

    public void behave(Behaviour asked) {
        this.behaviour = asked;
    }

    /** What was asked, in its order. */
    public List<String> forms() {
        return forms;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            forms.add(form);
            String answer = behaviour.answer(form);
            if (!answer.isEmpty()) {
                byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(
                        Integer.parseInt(answer.substring(0, 3)), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
