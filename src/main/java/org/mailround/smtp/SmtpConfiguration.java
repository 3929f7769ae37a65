package org.mailround.smtp;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mailround.credential.AccessTokens;
import org.mailround.credential.Credentials;
import org.mailround.credential.OAuth2Settings;
import org.mailround.credential.Password;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.boot.ssl.SslBundles;
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
            ObjectProvider<SslBundles> bundles,
            @Value("${mailround.sandbox:false}") boolean sandbox,
            @Value("${mailround.data-dir}") Path dataDirectory,
            Clock clock) {
        String host = mail.getHost() == null ? "" : mail.getHost().strip();
        if (sandbox || (host.isEmpty() && settings.preset() == null)) {
            return new SandboxRelay(new SandboxFolder(dataDirectory.resolve("sandbox"), clock));
        }
        if (host.isEmpty()) {
            throw new IllegalArgumentException(
                    "spring.mail.host is missing: write that of your provider, as mailround.relay.preset (%s) cannot know it"
                            .formatted(settings.preset()));
        }
        Credentials credentials = credentials(mail, settings.oauth2(), dataDirectory, clock);
        return new RelayAssembly(mail, settings, bundles).relay(host, credentials);
    }

    private static @Nullable Credentials credentials(
            MailProperties mail, @Nullable OAuth2Settings oauth2, Path dataDirectory, Clock clock) {
        if (oauth2 != null && oauth2.isUsed()) {
            return new AccessTokens(
                    oauth2,
                    RelaySettings.OAUTH2,
                    dataDirectory.resolve("relay-refresh-token"),
                    Duration.ofSeconds(15),
                    "check that spring.mail.username is a mailbox that this application may send from",
                    clock);
        }
        return mail.getPassword() == null
                ? null
                : new Password(mail.getPassword(), "check spring.mail.username and spring.mail.password");
    }
}
