package org.mailround.smtp;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a provider wants, by its published limits (docs/relays.md says as of when), as settings that anything overrides. */
enum RelayPreset {
    MICROSOFT_365(Map.of(
            "spring.mail.host", "smtp.office365.com",
            "spring.mail.port", "587",
            "mailround.relay.oauth2.scope", "https://outlook.office365.com/.default",
            "mailround.delivery.connections", "3",
            "mailround.delivery.rate", "30/m,10000/d")),
    GOOGLE_WORKSPACE(Map.of(
            "spring.mail.host", "smtp.gmail.com",
            "spring.mail.port", "587",
            "mailround.relay.oauth2.token-uri", "https://oauth2.googleapis.com/token",
            "mailround.delivery.rate", "2000/d")),
    GOOGLE_WORKSPACE_RELAY(Map.of(
            "spring.mail.host", "smtp-relay.gmail.com",
            "spring.mail.port", "587",
            "mailround.relay.oauth2.token-uri", "https://oauth2.googleapis.com/token",
            "mailround.delivery.rate", "10000/d")),
    AMAZON_SES(Map.of("spring.mail.port", "587", "mailround.delivery.rate", "14/s,50000/d")),
    POSTFIX(Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", "25"));

    private final Map<String, Object> defaults;

    RelayPreset(Map<String, Object> defaults) {
        this.defaults = defaults;
    }

    /** Each may be set otherwise. */
    Map<String, Object> defaults() {
        return defaults;
    }

    /** @throws IllegalArgumentException if there is none of that name */
    static RelayPreset named(String name) {
        return Arrays.stream(values())
                .filter(preset -> preset.key().equals(name.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("mailround.relay.preset is “%s”: write one of %s"
                        .formatted(
                                name,
                                Arrays.stream(values()).map(RelayPreset::key).collect(Collectors.joining(", ")))));
    }

    /** As it is written. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
