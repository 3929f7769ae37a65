package org.mailround;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A relay that offers the extensions it is told to, agrees to everything else, and remembers each command as it came. */
public class ObligingRelay implements AutoCloseable {

    private final ServerSocket server;
    private final List<String> extensions;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Map<String, String> replies = new ConcurrentHashMap<>();

    /** @param extensions lines of the reply to EHLO, such as {@code DSN} or {@code SIZE 1000} */
    public ObligingRelay(String... extensions) {
        this.extensions = List.of(extensions);
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("obliging-relay", this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** From now on commands that begin so are answered so. */
    public void answer(String command, String reply) {
        replies.put(command, reply);
    }

    /** The commands that begin so, in the order they came. */
    public List<String> commands(String beginning) {
        return commands.stream()
                .filter(command -> command.startsWith(beginning))
                .toList();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                start("obliging-conversation", () -> converse(client));
            } catch (SocketException e) {
                // the test is over
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void converse(Socket accepted) {
        try (Socket client = accepted) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            say(client, "220 relay.example ESMTP");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                String reply = reply(line);
                say(client, reply);
                if (reply.startsWith("354")) {
                    skipContent(in);
                    say(client, replies.getOrDefault(".", "250 2.0.0 kept"));
                }
            }
        } catch (SocketException e) {
            // the client hung up, or the test is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String reply(String line) {
        for (Map.Entry<String, String> scripted : replies.entrySet()) {
            if (line.startsWith(scripted.getKey())) {
                return scripted.getValue();
            }
        }
        return switch (line.split(" ")[0].toUpperCase(Locale.ROOT)) {
            case "EHLO" -> hello();
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 2.0.0 bye";
            default -> "250 2.0.0 fine";
        };
    }

    private String hello() {
        StringBuilder reply = new StringBuilder("250");
        String line = " relay.example";
        for (String extension : extensions) {
            reply.append('-').append(line.strip()).append("\r\n250");
            line = " " + extension;
        }
        return reply.append(line).toString();
    }

    private static void skipContent(BufferedReader in) throws IOException {
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            line = in.readLine();
        }
    }

    private static void say(Socket client, String reply) throws IOException {
        client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
