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
import java.util.Locale;

/** A relay of few words, without extensions, that hangs up without a reply as soon as it reads a certain line. */
public class DyingRelay implements AutoCloseable {

    private final ServerSocket server;
    private final String fatalLine;

    /** @param fatalLine the beginning of the line that it does not survive, such as {@code DATA}, or {@code .} */
    public DyingRelay(String fatalLine) {
        this.fatalLine = fatalLine;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "dying-relay");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                converse(client);
            } catch (SocketException e) {
                // the client hung up first, or the test is over
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void converse(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        say(client, "220 relay.example ESMTP");
        boolean content = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            boolean command = !content || line.equals(".");
            if (command && line.toUpperCase(Locale.ROOT).startsWith(fatalLine)) {
                return;
            }
            if (command) {
                content = line.equalsIgnoreCase("DATA");
                say(client, content ? "354 go on" : "250 fine");
            }
        }
    }

    private static void say(Socket client, String reply) throws IOException {
        client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
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
