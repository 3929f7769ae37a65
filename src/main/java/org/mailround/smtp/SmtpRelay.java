package org.mailround.smtp;

import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A relay that is reached by host and port.
 *
 * @param login null where the relay takes mail from us without
 * @param trust null where Jakarta Mail's own properties say whom to believe
 * @param properties Jakarta Mail's own, under {@code mail.smtp.}
 * @param finalDotTimeout how long the reply to a whole message may take
 */
record SmtpRelay(
        String host,
        int port,
        boolean implicitTls,
        @Nullable Login login,
        @Nullable Trust trust,
        Properties properties,
        Duration finalDotTimeout,
        String name)
        implements Relay {

    /** RFC 5321 section 4.5.3.2.6: who gives up earlier makes doubles. */
    static final Duration FINAL_DOT_TIMEOUT = Duration.ofMinutes(10);

    private static final Duration WRITE_TIMEOUT = Duration.ofMinutes(2);

    @Override
    public boolean isSandbox() {
        return false;
    }

    @Override
    public boolean isLoopback() {
        return isLoopback(host);
    }

    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public RelayConnection connection() {
        return fresh();
    }

    @Override
    public RelayExamination examine() {
        try (SmtpConnection connection = fresh()) {
            return connection.examine();
        }
    }

    private SmtpConnection fresh() {
        String prefix = implicitTls ? "mail.smtps." : "mail.smtp.";
        Sockets sockets = new Sockets();
        Handshake handshake = new Handshake();
        Properties own = new Properties();
        own.putAll(properties);
        // Without it Angus cuts each character of a name or password to its lower octet.
        own.put("mail.mime.allowutf8", "true");
        own.put(prefix + "socketFactory", sockets);
        own.put(prefix + "socketFactory.fallback", "false");
        own.put(prefix + "ssl.socketFactory", tls(prefix, sockets, handshake));
        // Angus would believe them before it asks our sockets, and schedule a task a write.
        own.remove(prefix + "ssl.trust");
        own.remove(prefix + "writetimeout");
        if (login != null) {
            own.put(prefix + "auth", "true");
            if (login.isByToken()) {
                own.put(prefix + "auth.mechanisms", "XOAUTH2");
            }
        }
        return new SmtpConnection(this, Session.getInstance(own), sockets, handshake);
    }

    private SSLSocketFactory tls(String prefix, Sockets sockets, Handshake handshake) {
        if (trust != null) {
            return new TlsSockets(trust.sockets(handshake), sockets, handshake);
        }
        String hosts = properties.getProperty(prefix + "ssl.trust");
        String factory = properties.getProperty(prefix + "ssl.socketFactory.class");
        return factory == null && hosts != null
                ? NamedHosts.of(hosts, sockets, handshake)
                : new TlsSockets(WrittenFactory.of(factory), sockets, handshake);
    }

    /** How long a write may take; zero where it may for ever. */
    Duration writeTimeout() {
        String written = properties.getProperty((implicitTls ? "mail.smtps." : "mail.smtp.") + "writetimeout");
        return written == null ? WRITE_TIMEOUT : Duration.ofMillis(Math.max(0, Long.parseLong(written)));
    }

    @Override
    public String toString() {
        return "SmtpRelay[" + name + "]";
    }
}
