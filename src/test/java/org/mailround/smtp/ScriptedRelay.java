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
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** An SMTP server on a free loopback port that speaks TLS and takes logins as a test wants it. */
class ScriptedRelay implements AutoCloseable {

    /** What Google says of a token that is no good, before it refuses it. */
    static final String CHALLENGE = Base64.getEncoder()
            .encodeToString("{\"status\":\"401\",\"schemes\":\"bearer\",\"scope\":\"https://mail.google.com/\"}"
                    .getBytes(StandardCharsets.US_ASCII));

    private final ServerSocket server;
    private final @Nullable SSLContext tls;
    private final boolean fromTheStart;
    private final String mechanisms;
    private final List<String> commands = new CopyOnWriteArrayList<>();

    /** From the token, or the password, to the reply to the login. */
    private volatile UnaryOperator<String> door = secret -> "235 2.7.0 welcome";

    /**
     * @param tls null where it speaks none
     * @param fromTheStart whether TLS is spoken without STARTTLS
     * @param mechanisms of AUTH, offered once TLS is spoken where it is; empty where nobody logs in
     */
    ScriptedRelay(@Nullable SSLContext tls, boolean fromTheStart, String mechanisms) {
        this.tls = tls;
        this.fromTheStart = fromTheStart;
        this.mechanisms = mechanisms;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** @param answer from a token or a password to the reply; {@code 334 …} and the refusal after it are two lines */
    void letIn(UnaryOperator<String> answer) {
        this.door = answer;
    }

    /** Every command of every connection, in its order. */
    List<String> commands() {
        return commands;
    }

    /** Those with whom somebody logged in, or tried to. */
    List<String> secrets() {
        return commands.stream()
                .filter(command -> command.startsWith("AUTH "))
                .map(ScriptedRelay::secret)
                .toList();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                daemon(() -> serve(client));
            } catch (SocketException e) {
                // the test is over
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "scripted-relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket client) {
        try (client) {
            converse(fromTheStart ? overTls(client) : client, true);
        } catch (SSLException | SocketException e) {
            // the client does not believe us, or hung up first
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SSLSocket overTls(Socket client) throws IOException {
        if (tls == null) {
            throw new IllegalStateException("speaks no TLS");
        }
        SSLSocket wrapped = (SSLSocket) tls.getSocketFactory().createSocket(client, null, true);
        wrapped.startHandshake();
        return wrapped;
    }

    private void converse(Socket client, boolean greets) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        if (greets) {
            say(client, "220 relay.example ESMTP");
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            commands.add(line);
            switch (line.split(" ", 2)[0].toUpperCase(Locale.ROOT)) {
                case "EHLO" -> greet(client);
                case "STARTTLS" -> {
                    say(client, "220 go on");
                    converse(overTls(client), false);
                    return;
                }
                case "AUTH" -> {
                    if (!login(client, in, secret(line))) {
                        return;
                    }
                }
                case "DATA" -> {
                    say(client, "354 go on");
                    while (!".".equals(in.readLine())) {
                        // whatever it is
                    }
                    say(client, "250 2.0.0 queued");
                }
                case "QUIT" -> {
                    say(client, "221 bye");
                    return;
                }
                default -> say(client, "250 fine");
            }
        }
    }

    private void greet(Socket client) throws IOException {
        boolean encrypted = client instanceof SSLSocket;
        say(client, "250-relay.example at your service");
        if (tls != null && !encrypted) {
            say(client, "250-starttls");
        }
        if (!mechanisms.isEmpty() && (tls == null || encrypted)) {
            say(client, "250-auth " + mechanisms);
        }
        say(client, "250 SIZE 1000000");
    }

    private boolean login(Socket client, BufferedReader in, String secret) throws IOException {
        String answer = door.apply(secret);
        if (answer.isEmpty()) {
            return false;
        }
        for (String reply : answer.split("\n")) {
            say(client, reply);
            if (reply.startsWith("334")) {
                commands.add(in.readLine());
            }
        }
        return true;
    }

    /** Of {@code AUTH PLAIN} (RFC 4616), or of {@code AUTH XOAUTH2}. */
    private static String secret(String command) {
        String[] words = command.split(" ");
        String decoded = new String(Base64.getDecoder().decode(words[2]), StandardCharsets.UTF_8);
        return decoded.startsWith("user=")
                ? decoded.replaceAll("\\x01+$", "").replaceAll("^.*\\x01auth=Bearer ", "")
                : decoded.substring(decoded.lastIndexOf('\0') + 1);
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
