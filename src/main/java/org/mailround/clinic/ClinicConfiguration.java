package org.mailround.clinic;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Clinic.class, Sender.Settings.class})
class ClinicConfiguration {

    @Bean
    Sender sender(Sender.Settings settings) {
        return settings.sender();
    }
}
