package org.mailround.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ServerSocketFactory;

/** A server on a free loopback port that answers octet for octet what a test has it answer. */
final class RawServer implements AutoCloseable {

    /** Answers one request; that nobody listens any more is no trouble. */
    interface Answer {

        void write(String target, OutputStream out) throws IOException;
    }

    private final ServerSocket socket;
    private final Answer answer;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        return thread;
    });

    RawServer(Answer answer) {
        this(ServerSocketFactory.getDefault(), answer);
    }

    RawServer(ServerSocketFactory sockets, Answer answer) {
        this.answer = answer;
        try {
            socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    static RawServer answering(String octets) {
        return new RawServer((target, out) -> out.write(octets.getBytes(StandardCharsets.UTF_8)));
    }

    /** One that should never be asked. */
    static RawServer canary() {
        return answering("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ntold");
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The heads of the requests, in their order. */
    List<String> heads() {
        return heads;
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            StringBuilder head = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                head.append(line).append('\n');
            }
            if (!head.isEmpty()) {
                heads.add(head.toString());
                answer.write(head.toString().split(" ", 3)[1], client.getOutputStream());
                client.getOutputStream().flush();
            }
        } catch (IOException e) {
            // hung up
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdown();
    }
}
