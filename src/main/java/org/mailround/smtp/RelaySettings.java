package org.mailround.smtp;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How we speak to the relay, beside Spring's own {@code spring.mail.*}.
 *
 * @param preset whose defaults {@link RelayPresets} put below everything else; null where nobody's
 * @param tls null for what is right by itself: none on loopback, required elsewhere
 */
@ConfigurationProperties("mailround.relay")
record RelaySettings(@Nullable Tls tls, @Nullable String preset) {

    enum Tls {
        REQUIRED,
        OPTIONAL
    }

    RelaySettings {
        preset = preset == null || preset.isBlank()
                ? null
                : RelayPreset.named(preset).key();
    }
}
