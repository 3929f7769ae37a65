package org.mailround.smtp;

import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.mailround.smtp.RelaySettings.Tls;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;

/** Makes a relay of what is written under {@code spring.mail}. */
class RelayAssembly {

    private final MailProperties mail;
    private final RelaySettings settings;
    private final ObjectProvider<SslBundles> bundles;
    private final boolean implicitTls;
    private final String prefix;

    RelayAssembly(MailProperties mail, RelaySettings settings, ObjectProvider<SslBundles> bundles) {
        this.mail = mail;
        this.settings = settings;
        this.bundles = bundles;
        this.implicitTls = "smtps".equals(mail.getProtocol())
                || "true".equals(mail.getProperties().get("mail.smtp.ssl.enable"))
                || mail.getSsl().isEnabled();
        this.prefix = implicitTls ? "mail.smtps." : "mail.smtp.";
    }

    /** @param credentials null where none are set */
    SmtpRelay relay(String host, @Nullable Credentials credentials) {
        int port = port();
        Properties properties = properties(host);
        return new SmtpRelay(
                host,
                port,
                implicitTls,
                login(host, credentials),
                isTlsSpoken(properties) ? trust() : null,
                properties,
                finalDotTimeout(),
                (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    private int port() {
        Integer configured = mail.getPort();
        int port = configured != null && configured > 0 ? configured : implicitTls ? 465 : 25;
        if (port > 65_535) {
            throw new IllegalArgumentException("spring.mail.port is %d: ports end at 65535".formatted(port));
        }
        return port;
    }

    private @Nullable Login login(String host, @Nullable Credentials credentials) {
        String username = mail.getUsername() == null ? "" : mail.getUsername().strip();
        if (credentials instanceof AccessTokens && username.isEmpty()) {
            throw new IllegalArgumentException(
                    "spring.mail.username is missing: with mailround.relay.oauth2 write the mailbox to send from");
        }
        if (username.isEmpty()) {
            return null;
        }
        if (credentials == null) {
            throw new IllegalArgumentException(
                    "spring.mail.password is missing: write the one of spring.mail.username, or set mailround.relay.oauth2");
        }
        return new Login(username, credentials, SmtpRelay.isLoopback(host));
    }

    private boolean isTlsSpoken(Properties properties) {
        return implicitTls
                || "true".equals(properties.get(prefix + "starttls.enable"))
                || "true".equals(properties.get(prefix + "starttls.required"));
    }

    /** Who tells Jakarta Mail itself whom to believe is obeyed. */
    private @Nullable Trust trust() {
        String bundle = mail.getSsl().getBundle();
        if (bundle != null && !bundle.isBlank()) {
            try {
                return Trust.of(bundles.getObject().getBundle(bundle));
            } catch (NoSuchSslBundleException e) {
                throw new IllegalArgumentException(
                        "spring.mail.ssl.bundle is “%s”, and there is none of that name: write it under spring.ssl.bundle.pem"
                                .formatted(bundle),
                        e);
            }
        }
        boolean said = mail.getProperties().containsKey(prefix + "ssl.trust")
                || mail.getProperties().containsKey(prefix + "ssl.socketFactory.class");
        return said ? null : Trust.usual();
    }

    /** Jakarta Mail's own defaults wait for ever. */
    private Properties properties(String host) {
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", "10000");
        properties.put(prefix + "timeout", "120000");
        properties.put(prefix + "writetimeout", "120000");
        properties.put(
                prefix + "ssl.checkserveridentity",
                Boolean.toString(mail.getSsl().isVerifyHostname()));
        if (!implicitTls) {
            boolean wanted = settings.tls() != null || !SmtpRelay.isLoopback(host);
            properties.put(prefix + "starttls.enable", Boolean.toString(wanted));
            properties.put(prefix + "starttls.required", Boolean.toString(wanted && settings.tls() != Tls.OPTIONAL));
        }
        properties.putAll(mail.getProperties());
        return properties;
    }

    /** Who sets how long replies may take means this one too. */
    private Duration finalDotTimeout() {
        String timeout = mail.getProperties().get(prefix + "timeout");
        return timeout == null ? SmtpRelay.FINAL_DOT_TIMEOUT : Duration.ofMillis(Long.parseLong(timeout));
    }
}
