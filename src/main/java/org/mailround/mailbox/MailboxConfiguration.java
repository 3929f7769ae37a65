package org.mailround.mailbox;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailround.credential.AccessTokens;
import org.mailround.credential.Credentials;
import org.mailround.credential.OAuth2Settings;
import org.mailround.credential.Password;
import org.mailround.mailbox.MailboxSettings.Protocol;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailboxSettings.class)
class MailboxConfiguration {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Bean
    BounceMailbox bounceMailbox(
            MailboxSettings settings,
            ObjectProvider<SslBundles> bundles,
            @Value("${mailround.data-dir}") Path dataDirectory,
            Clock clock) {
        Mailbox mailbox = settings.host() == null
                ? null
                : mailbox(
                        settings,
                        new MailboxAssembly(settings, bundles)
                                .server(credentials(settings, dataDirectory, clock), PATIENCE),
                        dataDirectory);
        return new BounceMailbox(mailbox, settings);
    }

    private static Mailbox mailbox(MailboxSettings settings, MailboxServer server, Path dataDirectory) {
        return settings.protocol() == Protocol.IMAP
                ? new ImapMailbox(server, settings.folder(), settings.judgedFolder(), settings.asideFolder())
                : new PopMailbox(server, new AsideFiles(dataDirectory.resolve("bounces/aside")));
    }

    private static Credentials credentials(MailboxSettings settings, Path dataDirectory, Clock clock) {
        @Nullable OAuth2Settings oauth2 = settings.oauth2();
        return oauth2 != null && oauth2.isUsed()
                ? new AccessTokens(
                        oauth2,
                        MailboxSettings.OAUTH2,
                        dataDirectory.resolve("bounces-refresh-token"),
                        Duration.ofSeconds(15),
                        "check that mailround.bounces.username is a mailbox that this application may read",
                        clock)
                : new Password(
                        Objects.requireNonNull(settings.password()),
                        "check mailround.bounces.username and mailround.bounces.password");
    }
}
