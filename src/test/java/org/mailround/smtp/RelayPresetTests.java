package org.mailround.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class RelayPresetTests {

    @ParameterizedTest
    @CsvSource({
        "microsoft-365, smtp.office365.com, 587, '30/m,10000/d'",
        "google-workspace, smtp.gmail.com, 587, 2000/d",
        "google-workspace-relay, smtp-relay.gmail.com, 587, 10000/d",
        "amazon-ses, , 587, '14/s,50000/d'",
        "postfix, 127.0.0.1, 25, ",
    })
    void aPresetFillsInWhatAProviderWants(String preset, String host, String port, String rate) {
        StandardEnvironment environment = environment(Map.of("mailround.relay.preset", preset));

        assertThat(environment.getProperty("spring.mail.host")).isEqualTo(host);
        assertThat(environment.getProperty("spring.mail.port")).isEqualTo(port);
        assertThat(environment.getProperty("mailround.delivery.rate")).isEqualTo(rate);
    }

    @Test
    void whatTheClinicSetsItselfStands() {
        StandardEnvironment environment = environment(Map.of(
                "mailround.relay.preset", "microsoft-365",
                "spring.mail.host", "127.0.0.1",
                "mailround.delivery.rate", "5/m"));

        assertThat(environment.getProperty("spring.mail.host")).isEqualTo("127.0.0.1");
        assertThat(environment.getProperty("mailround.delivery.rate")).isEqualTo("5/m");
        assertThat(environment.getProperty("mailround.delivery.connections")).isEqualTo("3");
    }

    @Test
    void withoutAPresetNothingIsFilledIn() {
        assertThat(environment(Map.of("mailround.relay.preset", "")).getProperty("spring.mail.host"))
                .isNull();
    }

    @Test
    void anUnknownOneIsToldWithThoseThatThereAre() {
        assertThatThrownBy(() -> environment(Map.of("mailround.relay.preset", "pigeon")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mailround.relay.preset is “pigeon”: write one of microsoft-365, google-workspace, "
                        + "google-workspace-relay, amazon-ses, postfix");
    }

    private static StandardEnvironment environment(Map<String, Object> written) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("written", written));
        new RelayPresets().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
