package org.mailround.smtp;

import org.jspecify.annotations.Nullable;
import org.mailround.credential.OAuth2Settings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * How we speak to the relay, beside Spring's own {@code spring.mail.*}.
 *
 * @param preset whose defaults {@link RelayPresets} put below everything else; null where nobody's
 * @param tls null for what is right by itself: none on loopback, required elsewhere
 * @param oauth2 how a token is had; null where nothing is written of it
 */
@ConfigurationProperties("mailround.relay")
record RelaySettings(
        @Nullable Tls tls,
        @Nullable String preset,
        @NestedConfigurationProperty @Nullable OAuth2Settings oauth2) {

    static final String OAUTH2 = "mailround.relay.oauth2";

    enum Tls {
        REQUIRED,
        OPTIONAL
    }

    RelaySettings {
        preset = preset == null || preset.isBlank()
                ? null
                : RelayPreset.named(preset).key();
        oauth2 = oauth2 == null ? null : oauth2.checked(OAUTH2);
    }
}
