package org.mailround.mailbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A POP3 server with one mailbox on a free loopback port, that refuses and breaks what a test asks for. */
class WaywardPop implements AutoCloseable {

    /** Their subjects. */
    final List<String> mailbox = new CopyOnWriteArrayList<>();

    final List<String> secrets = new CopyOnWriteArrayList<>();
    volatile String capabilities = "USER";
    volatile Predicate<String> gives = subject -> true;

    /** Told the number of each message that is fetched, from 1 on; may hang up by throwing. */
    volatile IntConsumer beforeFetch = fetch -> {};

    private final ServerSocket server;
    private final AtomicInteger fetches = new AtomicInteger();

    WaywardPop() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::accept, "wayward-pop");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    void arrive(int first, int last) {
        IntStream.rangeClosed(first, last).mapToObj(Integer::toString).forEach(mailbox::add);
    }

    /** One at a time, as the mailbox belongs to one at a time. */
    private void accept() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                converse(socket);
            } catch (IOException | IllegalStateException e) {
                // the other side, or the test, hung up
            }
        }
    }

    private void converse(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        List<String> seen = new ArrayList<>(mailbox);
        Set<String> deleted = new TreeSet<>();
        say(socket, "+OK ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            switch (words[0].toUpperCase(Locale.ROOT)) {
                case "CAPA" -> say(socket, "+OK\r\n" + capabilities + "\r\n.");
                case "PASS" -> {
                    secrets.add(words[1]);
                    say(socket, "+OK");
                }
                case "AUTH" -> {
                    say(socket, "+ ");
                    String said = new String(Base64.getDecoder().decode(in.readLine()), StandardCharsets.UTF_8);
                    secrets.add(said.replaceAll("(?s).*auth=Bearer ([^\u0001]*).*", "$1"));
                    say(socket, "+OK");
                }
                case "STAT" -> say(socket, "+OK %d 1000".formatted(seen.size()));
                case "RETR" -> say(socket, fetched(seen.get(Integer.parseInt(words[1]) - 1)));
                case "DELE" -> {
                    deleted.add(seen.get(Integer.parseInt(words[1]) - 1));
                    say(socket, "+OK");
                }
                case "QUIT" -> {
                    mailbox.removeAll(deleted);
                    say(socket, "+OK");
                    return;
                }
                default -> say(socket, "+OK");
            }
        }
    }

    private String fetched(String subject) {
        beforeFetch.accept(fetches.incrementAndGet());
        return gives.test(subject)
                ? "+OK\r\nSubject: %s\r\n\r\n..Text\r\n.".formatted(subject)
                : "-ERR that one is damaged";
    }

    /** In one piece, as each further one would wait for the other side. */
    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
