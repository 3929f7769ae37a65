package org.mailround.smtp;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How we speak to the relay, beside Spring's own {@code spring.mail.*}.
 *
 * @param tls null for what is right by itself: none on loopback, required elsewhere
 */
@ConfigurationProperties("mailround.relay")
record RelaySettings(@Nullable Tls tls) {

    enum Tls {
        REQUIRED,
        OPTIONAL
    }
}
