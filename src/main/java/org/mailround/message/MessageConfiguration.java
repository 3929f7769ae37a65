package org.mailround.message;

import java.nio.file.Path;
import org.mailround.clinic.Sender;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DkimSettings.class)
class MessageConfiguration {

    /** Made at start, so that a wrong key is told at once. */
    @Bean
    @Lazy(false)
    Dkim dkim(DkimSettings settings, Sender sender, @Value("${mailround.home}") Path home) {
        return Dkim.of(settings, sender.from().address().domain(), home);
    }
}
