package org.mailround.smtp;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailround.credential.AccessTokens;
import org.mailround.credential.Credentials;
import org.mailround.smtp.RelaySettings.Tls;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;

/** Makes a relay of what is written under {@code spring.mail}. */
class RelayAssembly {

    /** RFC 8314 section 3.3: TLS is spoken from the start there. */
    private static final int SUBMISSIONS = 465;

    /** A name, or an address in numbers. */
    private static final Pattern HOST =
            Pattern.compile("[^\\s:/@\\[\\]]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%\\w+)?");

    private final MailProperties mail;
    private final RelaySettings settings;
    private final ObjectProvider<SslBundles> bundles;
    private final boolean implicitTls;
    private final String prefix;
    private final Map<String, String> written;

    RelayAssembly(MailProperties mail, RelaySettings settings, ObjectProvider<SslBundles> bundles) {
        this.mail = mail;
        this.settings = settings;
        this.bundles = bundles;
        this.implicitTls = "smtps".equals(mail.getProtocol())
                || "true".equals(mail.getProperties().get("mail.smtp.ssl.enable"))
                || mail.getSsl().isEnabled()
                || Integer.valueOf(SUBMISSIONS).equals(mail.getPort());
        this.prefix = implicitTls ? "mail.smtps." : "mail.smtp.";
        this.written = written(mail.getProperties(), prefix);
    }

    /** {@code mail.smtp.} is what people write, whichever TLS is spoken; who knows better is obeyed. */
    private static Map<String, String> written(Map<String, String> properties, String prefix) {
        Map<String, String> written = new HashMap<>();
        properties.forEach((key, value) -> {
            if (key.startsWith("mail.smtp.")) {
                written.put(prefix + key.substring("mail.smtp.".length()), value);
            }
        });
        written.putAll(properties);
        return written;
    }

    /** @param credentials null where none are set */
    SmtpRelay relay(String host, @Nullable Credentials credentials) {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException(
                    "spring.mail.host is “%s”: write the name of the server alone, and its port into spring.mail.port"
                            .formatted(host));
        }
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
        int port = configured != null && configured > 0 ? configured : implicitTls ? SUBMISSIONS : 25;
        if (configured != null && configured < 0) {
            throw new IllegalArgumentException("spring.mail.port is %d: ports begin at 1".formatted(configured));
        }
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
        boolean said =
                written.containsKey(prefix + "ssl.trust") || written.containsKey(prefix + "ssl.socketFactory.class");
        return said ? null : Trust.usual();
    }

    /** Jakarta Mail's own defaults wait for ever. */
    private Properties properties(String host) {
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", "10000");
        properties.put(prefix + "timeout", "120000");
        properties.put(
                prefix + "ssl.checkserveridentity",
                Boolean.toString(mail.getSsl().isVerifyHostname()));
        if (!implicitTls) {
            boolean wanted = settings.tls() != null || !SmtpRelay.isLoopback(host);
            properties.put(prefix + "starttls.enable", Boolean.toString(wanted));
            properties.put(prefix + "starttls.required", Boolean.toString(wanted && settings.tls() != Tls.OPTIONAL));
        }
        properties.putAll(written);
        return properties;
    }

    /** Who sets how long replies may take means this one too. */
    private Duration finalDotTimeout() {
        String timeout = written.get(prefix + "timeout");
        return timeout == null ? SmtpRelay.FINAL_DOT_TIMEOUT : Duration.ofMillis(Long.parseLong(timeout));
    }
}
