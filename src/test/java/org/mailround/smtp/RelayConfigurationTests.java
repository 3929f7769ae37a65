package org.mailround.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailround.credential.ScriptedTokens;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RelayConfigurationTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mailround.relay.oauth2.client-id=a,mailround.relay.oauth2.client-secret=b,"
                        + "mailround.relay.oauth2.token-uri=https://t.example | spring.mail.username is missing",
                "spring.mail.username=news@clinic.example | spring.mail.password is missing",
                "spring.mail.host=,mailround.relay.preset=postfix | spring.mail.host is missing",
                "spring.mail.ssl.bundle=absent,mailround.relay.tls=required | spring.mail.ssl.bundle is “absent”",
                "spring.mail.port=70000 | spring.mail.port is 70000",
                "spring.mail.port=-5 | spring.mail.port is -5",
                "spring.mail.host=127.0.0.1:2525 | spring.mail.host is “127.0.0.1:2525”",
                "spring.mail.host=smtp://127.0.0.1 | spring.mail.host is “smtp://127.0.0.1”",
                "spring.mail.host=a b | spring.mail.host is “a b”",
            })
    void whatIsWrongIsToldByItsKey(String properties, String told) {
        runner(properties.split(","))
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining(told));
    }

    @Test
    void aTokenTakesThePlaceOfAPassword() throws Exception {
        try (ScriptedTokens tokens = new ScriptedTokens();
                ScriptedRelay server = new ScriptedRelay(null, false, "PLAIN XOAUTH2")) {
            runner(
                            "spring.mail.port=" + server.port(),
                            "spring.mail.username=news@clinic.example",
                            "spring.mail.password=old",
                            "mailround.relay.oauth2.token-uri=" + tokens.uri(),
                            "mailround.relay.oauth2.client-id=mailround",
                            "mailround.relay.oauth2.refresh-token=refresh")
                    .run(context -> {
                        Relay relay = context.getBean(Relay.class);

                        assertThat(relay.examine().loggedIn()).isTrue();
                        assertThat(server.secrets()).containsExactly("token-1");
                        assertThat(relay).asString().doesNotContain("old", "refresh", "news@");
                    });
        }
    }

    @Test
    void atThePortForItTlsIsSpokenFromTheStart() {
        runner("spring.mail.port=465")
                .run(context -> assertThat(context.getBean(Relay.class))
                        .isInstanceOfSatisfying(
                                SmtpRelay.class,
                                relay -> assertThat(relay.implicitTls()).isTrue()));
    }

    @Test
    void whatIsWrittenForJakartaMailHoldsWhicheverTlsIsSpoken() {
        runner(
                        "spring.mail.port=465",
                        "spring.mail.properties.mail.smtp.timeout=7000",
                        "spring.mail.properties.mail.smtp.connectiontimeout=1",
                        "spring.mail.properties.mail.smtps.connectiontimeout=2")
                .run(context -> assertThat(context.getBean(Relay.class))
                        .isInstanceOfSatisfying(SmtpRelay.class, relay -> {
                            assertThat(relay.finalDotTimeout()).isEqualTo(Duration.ofSeconds(7));
                            assertThat(relay.properties())
                                    .containsEntry("mail.smtps.timeout", "7000")
                                    .containsEntry("mail.smtps.connectiontimeout", "2");
                        }));
    }

    @Test
    void aPresetDoesNotKeepMailFromTheSandboxThatIsAskedFor() {
        runner("mailround.relay.preset=microsoft-365", "mailround.sandbox=true")
                .run(context ->
                        assertThat(context.getBean(Relay.class).isSandbox()).isTrue());
    }

    private ApplicationContextRunner runner(String... properties) {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withUserConfiguration(SmtpConfiguration.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withPropertyValues("mailround.data-dir=" + folder, "spring.mail.host=127.0.0.1")
                .withPropertyValues(properties);
    }
}
