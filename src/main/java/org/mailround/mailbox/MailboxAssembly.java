package org.mailround.mailbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.mailround.credential.AccessTokens;
import org.mailround.credential.Credentials;
import org.mailround.mailbox.MailboxSettings.Protocol;
import org.mailround.mailbox.MailboxSettings.Tls;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;

/** Makes a server of what is written under {@code mailround.bounces}. */
class MailboxAssembly {

    /** RFC 8314 section 3.2: TLS is spoken from the start there. */
    private static final Set<Integer> IMPLICIT = Set.of(993, 995);

    private final MailboxSettings settings;
    private final ObjectProvider<SslBundles> bundles;
    private final String host;
    private final boolean tls;
    private final boolean implicitTls;

    MailboxAssembly(MailboxSettings settings, ObjectProvider<SslBundles> bundles) {
        this.settings = settings;
        this.bundles = bundles;
        this.host = Objects.requireNonNull(settings.host());
        this.tls = settings.tls() != null || !isLoopback(host);
        this.implicitTls = isImplicit();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private boolean isImplicit() {
        Boolean enabled = settings.ssl() == null ? null : settings.ssl().enabled();
        if (enabled != null) {
            return enabled;
        }
        return settings.port() == null ? tls : IMPLICIT.contains(settings.port());
    }

    /** @param patience how long the server may say nothing: Jakarta Mail's own default is for ever */
    MailboxServer server(Credentials credentials, Duration patience) {
        String protocol = settings.protocol() == Protocol.IMAP ? "imap" : "pop3";
        return new MailboxServer(
                protocol,
                host,
                port(),
                Objects.requireNonNull(settings.username()),
                credentials,
                properties("mail." + protocol + ".", credentials instanceof AccessTokens, patience));
    }

    private int port() {
        if (settings.port() != null) {
            return settings.port();
        }
        return settings.protocol() == Protocol.IMAP ? (implicitTls ? 993 : 143) : (implicitTls ? 995 : 110);
    }

    private Properties properties(String prefix, boolean byToken, Duration patience) {
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", "10000");
        properties.put(prefix + "timeout", Long.toString(patience.toMillis()));
        properties.put(prefix + "writetimeout", Long.toString(patience.toMillis()));
        properties.put(prefix + "ssl.enable", Boolean.toString(implicitTls));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "starttls.enable", Boolean.toString(tls && !implicitTls));
        // nobody reads along on this machine; elsewhere a token is never said where others might
        boolean required = settings.tls() != Tls.OPTIONAL || (byToken && !isLoopback(host));
        properties.put(prefix + "starttls.required", Boolean.toString(tls && !implicitTls && required));
        SSLSocketFactory sockets = sockets();
        if (sockets != null) {
            properties.put(prefix + "ssl.socketFactory", sockets);
            // or what our own refuses is tried with those that Java believes
            properties.put(prefix + "socketFactory.fallback", "false");
            properties.put(prefix + "ssl.socketFactory.fallback", "false");
        }
        if (byToken) {
            properties.put(prefix + "auth.mechanisms", "XOAUTH2");
            properties.put(prefix + "auth.xoauth2.two.line.authentication.format", "true");
        }
        properties.put("mail.imap.connectionpoolsize", "1");
        return properties;
    }

    private @Nullable SSLSocketFactory sockets() {
        String bundle = settings.ssl() == null ? null : settings.ssl().bundle();
        if (bundle == null || bundle.isBlank()) {
            return null;
        }
        try {
            return bundles.getObject()
                    .getBundle(bundle.strip())
                    .createSslContext()
                    .getSocketFactory();
        } catch (NoSuchSslBundleException e) {
            throw new IllegalArgumentException(
                    "mailround.bounces.ssl.bundle is “%s”, and there is none of that name: write it under spring.ssl.bundle.pem"
                            .formatted(bundle),
                    e);
        }
    }
}
