package org.mailround.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Makes the socket of one connection, and keeps hold of it: so it has TCP_NODELAY, can be broken off by another thread,
 * and waits as long as each step of the dialogue deserves. Angus offers none of the three.
 */
class Sockets extends SocketFactory {

    private final SocketFactory plain = SocketFactory.getDefault();
    private @Nullable Socket socket;
    private @Nullable Socket spoken;
    private boolean aborted;

    /** Angus asks for an unconnected socket, and wraps it where TLS is spoken after STARTTLS. */
    @Override
    public Socket createSocket() throws IOException {
        return keep(new RelaySocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return keep(plain.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return keep(plain.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return keep(plain.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return keep(plain.createSocket(host, port, localHost, localPort));
    }

    /** TLS lies over the socket now, and what comes of it is watched. */
    synchronized Socket cover(Socket made, Handshake handshake) {
        if (made instanceof SSLSocket tls) {
            handshake.begins(tls);
        }
        spoken = made;
        return made;
    }

    /** What a message is written to, over TLS where TLS is spoken. */
    synchronized Socket spoken() throws SocketException {
        if (spoken == null) {
            throw new SocketException("there is no connection");
        }
        return spoken;
    }

    /** Where TLS turns one write into many, they go out as one; null where there is nothing to gather. */
    synchronized @Nullable RelaySocket gatherer() {
        return spoken != socket && socket instanceof RelaySocket beneath ? beneath : null;
    }

    /** How long the next replies may take; the former limit is returned. */
    synchronized Duration awaitReplies(Duration longest) throws SocketException {
        if (socket == null || socket.isClosed()) {
            return longest;
        }
        Duration before = Duration.ofMillis(socket.getSoTimeout());
        socket.setSoTimeout(Math.toIntExact(longest.toMillis()));
        return before;
    }

    /** The address at our end; null where there is no connection. */
    synchronized @Nullable InetAddress localAddress() {
        return socket == null || !socket.isConnected() ? null : socket.getLocalAddress();
    }

    /** Closes the socket under whoever reads from it or writes to it, and lets no other be made. */
    synchronized void abort() throws IOException {
        aborted = true;
        if (socket != null) {
            socket.close();
        }
    }

    /** Without TCP_NODELAY, Nagle's algorithm and delayed acknowledgement wait for each other 40 ms a message. */
    synchronized Socket keep(Socket made) throws IOException {
        if (aborted) {
            made.close();
            throw new SocketException("the connection was broken off");
        }
        made.setTcpNoDelay(true);
        socket = made;
        spoken = made;
        return made;
    }
}
