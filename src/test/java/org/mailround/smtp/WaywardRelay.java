package org.mailround.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A relay that replies to each command as a test wants it, whatever sense that makes, and keeps what it read. */
class WaywardRelay implements AutoCloseable {

    /** For a reply, or its end: the connection is closed. */
    static final String HANGS_UP = "hangs up";

    /** For a reply, or its end: nothing is said, and nothing more is read. */
    static final String IS_STUCK = "is stuck";

    /** For a reply: nothing is said to this command. */
    static final String SAYS_NOTHING = "";

    private static final Map<String, String> USUAL =
            Map.of("DATA", "354 go on", "QUIT", "221 bye", ".", "250 2.0.0 kept");

    private final ServerSocket server;
    private final boolean pipelining;
    private final @Nullable SSLContext tls;
    private final Map<String, Deque<String>> replies = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> content = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean octetByOctet;

    /** @param tls null where STARTTLS is not offered */
    WaywardRelay(boolean pipelining, @Nullable SSLContext tls) {
        this.pipelining = pipelining;
        this.tls = tls;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** The replies to a command, or to {@code .}, the first time, the next, and from the last one on. */
    void replies(String command, String... successive) {
        replies.put(command, new ArrayDeque<>(List.of(successive)));
    }

    /** From now on each octet of a reply goes out by itself. */
    void talksOctetByOctet() {
        octetByOctet = true;
    }

    /** The first words of what was said after the greeting, in their order. */
    List<String> commands() {
        return commands;
    }

    /** The lines between DATA and the final dot, of all messages, as they came over the wire. */
    List<String> content() {
        return content;
    }

    /** @param timeout of replies, but that to the final dot, and of writes */
    RelayConnection connect(Duration timeout, Duration finalDotTimeout) {
        String millis = Long.toString(timeout.toMillis());
        Properties properties = new Properties();
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.quitwait", "false");
        if (tls != null) {
            properties.put("mail.smtp.starttls.required", "true");
            properties.put("mail.smtp.ssl.trust", "*");
            properties.put("mail.smtp.ssl.checkserveridentity", "false");
        }
        return new SmtpRelay(
                        "127.0.0.1",
                        server.getLocalPort(),
                        false,
                        null,
                        null,
                        properties,
                        finalDotTimeout,
                        "127.0.0.1:" + server.getLocalPort())
                .connect();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "wayward-relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                start(() -> serve(client));
            } catch (SocketException e) {
                // the test is over
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket accepted) {
        try (Socket client = accepted) {
            client.setTcpNoDelay(true);
            say(client, "220 relay.example ESMTP");
            converse(client);
        } catch (SSLException | SocketException e) {
            // the client hung up first
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void converse(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        boolean invited = false;
        boolean reading = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (reading && !line.equals(".")) {
                content.add(line);
                continue;
            }
            String command = line.split("[ :]")[0];
            if (command.equals("EHLO")) {
                say(client, hello(client));
                continue;
            }
            if (command.equals("STARTTLS")) {
                say(client, "220 go on");
                converse(overTls(client));
                return;
            }
            commands.add(command);
            String reply = reply(command);
            if (reply.endsWith(HANGS_UP)) {
                say(
                        client,
                        reply.substring(0, reply.length() - HANGS_UP.length()).strip());
                return;
            }
            if (reply.endsWith(IS_STUCK)) {
                say(
                        client,
                        reply.substring(0, reply.length() - IS_STUCK.length()).strip());
                awaitEnd();
                return;
            }
            say(client, reply);
            invited = !reading && (invited || reply.contains("354"));
            reading = invited && command.equals("DATA");
        }
    }

    private String hello(Socket client) {
        return "250-relay.example"
                + (tls == null || client instanceof SSLSocket ? "" : "\r\n250-STARTTLS")
                + (pipelining ? "\r\n250-PIPELINING" : "")
                + "\r\n250 8BITMIME";
    }

    private Socket overTls(Socket client) throws IOException {
        if (tls == null) {
            throw new IllegalStateException("speaks no TLS");
        }
        SSLSocket wrapped = (SSLSocket) tls.getSocketFactory().createSocket(client, null, true);
        wrapped.startHandshake();
        return wrapped;
    }

    private String reply(String command) {
        Deque<String> scripted = replies.get(command);
        if (scripted == null) {
            return USUAL.getOrDefault(command, "250 fine");
        }
        return scripted.size() == 1 ? scripted.element() : scripted.remove();
    }

    private void awaitEnd() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(Socket client, String reply) throws IOException {
        if (reply.equals(SAYS_NOTHING)) {
            return;
        }
        byte[] octets = (reply + "\r\n").getBytes(StandardCharsets.UTF_8);
        if (!octetByOctet) {
            client.getOutputStream().write(octets);
            return;
        }
        for (byte octet : octets) {
            client.getOutputStream().write(octet);
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
