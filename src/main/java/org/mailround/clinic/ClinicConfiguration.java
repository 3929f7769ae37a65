package org.mailround.clinic;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Clinic.class, Sender.Settings.class})
class ClinicConfiguration {

    /** Made at start, so that a wrong address is told at once. */
    @Bean
    @Lazy(false)
    Sender sender(Sender.Settings settings) {
        return settings.sender();
    }
}
