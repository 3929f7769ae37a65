package org.mailround.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** Puts TLS over the socket of one connection, at once or after STARTTLS; Angus asks for nothing else. */
class TlsSockets extends SSLSocketFactory {

    private final SSLSocketFactory sockets;
    private final Sockets plain;
    private final Handshake handshake;

    TlsSockets(SSLSocketFactory sockets, Sockets plain, Handshake handshake) {
        this.sockets = sockets;
        this.plain = plain;
        this.handshake = handshake;
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        // where TLS is spoken from the start, Angus made this one itself
        return watched(sockets.createSocket(plain.keep(socket), host, port, autoClose));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return watched(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return watched(sockets.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return watched(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return watched(sockets.createSocket(host, port, localHost, localPort));
    }

    private Socket watched(Socket made) {
        return plain.cover(made, handshake);
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }
}
