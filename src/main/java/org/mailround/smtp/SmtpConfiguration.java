package org.mailround.smtp;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.mailround.smtp.RelaySettings.Tls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailProperties.class, RelaySettings.class})
class SmtpConfiguration {

    /** The configured relay, or the sandbox where there is none or {@code mailround.sandbox} asks for it. */
    @Bean
    Relay relay(
            MailProperties mail,
            RelaySettings settings,
            @Value("${mailround.sandbox:false}") boolean sandbox,
            @Value("${mailround.data-dir}") Path dataDirectory,
            Clock clock) {
        String host = mail.getHost();
        if (sandbox || host == null || host.isBlank()) {
            return new SandboxRelay(new SandboxFolder(dataDirectory.resolve("sandbox"), clock));
        }
        return relay(mail, host.strip(), settings);
    }

    private static SmtpRelay relay(MailProperties mail, String host, RelaySettings settings) {
        String ssl = mail.getProperties().get("mail.smtp.ssl.enable");
        boolean implicitTls = "smtps".equals(mail.getProtocol())
                || "true".equals(ssl)
                || mail.getSsl().isEnabled();
        Integer configured = mail.getPort();
        int port = configured != null && configured > 0 ? configured : implicitTls ? 465 : 25;
        if (port > 65_535) {
            throw new IllegalArgumentException("spring.mail.port is %d: ports end at 65535".formatted(port));
        }
        String prefix = implicitTls ? "mail.smtps." : "mail.smtp.";
        Properties properties = properties(prefix, host, implicitTls, settings);
        properties.putAll(mail.getProperties());
        if (mail.getUsername() != null) {
            properties.put(prefix + "auth", "true");
        }
        return new SmtpRelay(
                host,
                port,
                implicitTls,
                mail.getUsername(),
                mail.getPassword(),
                properties,
                finalDotTimeout(prefix, mail),
                (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    /** Who sets how long replies may take means this one too. */
    private static Duration finalDotTimeout(String prefix, MailProperties mail) {
        String timeout = mail.getProperties().get(prefix + "timeout");
        return timeout == null ? SmtpRelay.FINAL_DOT_TIMEOUT : Duration.ofMillis(Long.parseLong(timeout));
    }

    /** Jakarta Mail's own defaults wait for ever and check no certificate. */
    private static Properties properties(String prefix, String host, boolean implicitTls, RelaySettings settings) {
        Properties properties = new Properties();
        properties.put(prefix + "connectiontimeout", "10000");
        properties.put(prefix + "timeout", "120000");
        properties.put(prefix + "writetimeout", "120000");
        properties.put(prefix + "ssl.checkserveridentity", "true");
        if (!implicitTls) {
            boolean wanted = settings.tls() != null || !SmtpRelay.isLoopback(host);
            properties.put(prefix + "starttls.enable", Boolean.toString(wanted));
            properties.put(prefix + "starttls.required", Boolean.toString(wanted && settings.tls() != Tls.OPTIONAL));
        }
        return properties;
    }
}
