package org.mailround.smtp;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import org.eclipse.angus.mail.util.MailSSLSocketFactory;

/** TLS for those who name the hosts to believe in {@code mail.smtp.ssl.trust}: Angus asks its own class alone. */
class NamedHosts extends MailSSLSocketFactory {

    private final Sockets plain;
    private final Handshake handshake;

    private NamedHosts(Sockets plain, Handshake handshake) throws GeneralSecurityException {
        this.plain = plain;
        this.handshake = handshake;
    }

    /** @param hosts with blanks between them, or {@code *} */
    static NamedHosts of(String hosts, Sockets plain, Handshake handshake) {
        try {
            NamedHosts named = new NamedHosts(plain, handshake);
            if (hosts.equals("*")) {
                named.setTrustAllHosts(true);
            } else {
                named.setTrustedHosts(hosts.split("\\s+"));
            }
            return named;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS cannot be set up", e);
        }
    }

    @Override
    public synchronized Socket createSocket(Socket socket, String host, int port, boolean autoClose)
            throws IOException {
        return plain.cover(super.createSocket(plain.keep(socket), host, port, autoClose), handshake);
    }
}
