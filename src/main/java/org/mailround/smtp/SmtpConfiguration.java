package org.mailround.smtp;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MailProperties.class, RelaySettings.class, OAuth2Settings.class})
class SmtpConfiguration {

    /** The configured relay, or the sandbox where there is none or {@code mailround.sandbox} asks for it. */
    @Bean
    Relay relay(
            MailProperties mail,
            RelaySettings settings,
            OAuth2Settings oauth2,
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
        Credentials credentials = oauth2.isUsed() ? tokens(oauth2, dataDirectory, clock) : password(mail);
        return new RelayAssembly(mail, settings, bundles).relay(host, credentials);
    }

    private static Credentials tokens(OAuth2Settings oauth2, Path dataDirectory, Clock clock) {
        String refreshToken = oauth2.refreshToken();
        return new AccessTokens(
                new TokenEndpoint(oauth2, Duration.ofSeconds(30)),
                refreshToken == null
                        ? null
                        : new RefreshTokens(refreshToken, dataDirectory.resolve("relay-refresh-token")),
                clock);
    }

    private static @Nullable Credentials password(MailProperties mail) {
        return mail.getPassword() == null ? null : new Password(mail.getPassword());
    }
}
