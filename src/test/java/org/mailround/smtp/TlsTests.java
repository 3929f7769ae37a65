package org.mailround.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.credential.Password;
import org.mailround.rfc.EmailAddress;
import org.mailround.smtp.RelayTrouble.Kind;
import org.mailround.smtp.Submission.Accepted;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** STARTTLS and TLS from the start, set up in Spring's own way. */
class TlsTests {

    @TempDir
    static Path folder;

    static TestCertificates certificates;
    static SSLContext right;
    static SSLContext selfSigned;
    static SSLContext over;
    static SSLContext anothers;

    private @Nullable ScriptedRelay server;

    @BeforeAll
    static void makeCertificates() {
        certificates = new TestCertificates(folder);
        right = certificates.issued("right", "dns:localhost");
        selfSigned = certificates.selfSigned("self", "dns:localhost");
        over = certificates.issued("over", "dns:localhost", "2020/01/01 00:00:00", 31);
        anothers = certificates.issued("anothers", "dns:smtp.clinic.example,dns:mail.clinic.example");
    }

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBundleSaysWhomToBelieve(boolean fromTheStart) {
        with(right, fromTheStart, true, relay -> {
            try (RelayConnection connection = relay.connect()) {
                assertThat(connection.submit(
                                new Envelope(
                                        EmailAddress.parse("news@clinic.example"),
                                        EmailAddress.parse("ana@example.com"),
                                        null),
                                new byte[] {'x', '\r', '\n'},
                                FinalDot.UNWATCHED))
                        .isInstanceOf(Accepted.class);
            }
        });

        assertThat(Objects.requireNonNull(server).secrets()).containsExactly("s3cret");
        assertThat(commands().contains("STARTTLS")).isNotEqualTo(fromTheStart);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anExaminationTellsWhatTheRelayShows(boolean fromTheStart) {
        with(right, fromTheStart, true, relay -> {
            RelayExamination shown = relay.examine();

            assertThat(shown.trouble()).isNull();
            assertThat(shown.extensions()).containsExactly("AUTH PLAIN", "SIZE 1000000");
            assertThat(shown.tlsVersion()).isEqualTo("TLSv1.3");
            assertThat(shown.certificate()).isNotNull();
            assertThat(shown.certificate().getIssuerX500Principal().getName()).isEqualTo("CN=Clinic Test Authority");
            assertThat(shown.loggedIn()).isTrue();
        });

        assertThat(commands()).endsWith("QUIT").noneMatch(command -> command.startsWith("MAIL"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAuthorityThatNobodyKnowsIsTold(boolean fromTheStart) {
        with(
                right,
                fromTheStart,
                false,
                relay -> assertRefused(
                        relay, "Nobody that we trust vouches", "“Clinic Test Authority”", "spring.mail.ssl.bundle"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCertificateOfNobodyElseIsTold(boolean fromTheStart) {
        with(
                selfSigned,
                fromTheStart,
                true,
                relay -> assertRefused(relay, "Nobody but itself vouches", "spring.mail.ssl.bundle"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCertificateThatIsOverIsToldWithItsLastDay(boolean fromTheStart) {
        with(over, fromTheStart, true, relay -> {
            assertRefused(relay, "expired on 2020-0", "renew");
            assertThat(relay.examine().certificate()).isNotNull();
            assertThat(relay.examine().tlsVersion()).isNull();
            assertThat(relay.examine().extensions().isEmpty()).isEqualTo(fromTheStart);
        });
    }

    @Test
    void aCertificateThatIsNotGoodYetPointsToTheClock() {
        with(
                certificates.issued("early", "dns:localhost", "+2d", 31),
                false,
                true,
                relay -> assertRefused(relay, "is not valid yet", "clock"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCertificateForAnotherHostIsToldWithTheNamesThatItHas(boolean fromTheStart) {
        with(
                anothers,
                fromTheStart,
                true,
                relay -> assertRefused(
                        relay,
                        "is for smtp.clinic.example, mail.clinic.example",
                        "not for localhost",
                        "spring.mail.host"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoTellsJakartaMailWhomToBelieveIsObeyed(boolean fromTheStart) {
        String trust = "spring.mail.properties.mail.smtp.ssl.trust=*";
        with(
                selfSigned,
                fromTheStart,
                false,
                relay -> assertThat(relay.examine().loggedIn()).isTrue(),
                trust);
        close();
        with(anothers, fromTheStart, false, relay -> assertRefused(relay, "The certificate of the relay"), trust);
    }

    @Test
    void whoSpeaksNoTlsFromTheStartPointsToThePort() {
        with(null, true, true, relay -> assertRefused(relay, "does not speak TLS from the start", "spring.mail.port"));
    }

    @Test
    void whoWaitsForTlsFromTheStartSeemsToSayNothing() {
        server = new ScriptedRelay(right, true, "");
        runner(false, "spring.mail.properties.mail.smtp.timeout=200").run(context -> {
            RelayTrouble trouble = context.getBean(Relay.class).examine().trouble();

            assertThat(trouble).isNotNull();
            assertThat(trouble.mayPass()).isTrue();
            assertThat(trouble.sentence()).contains("says nothing", "spring.mail.ssl.enabled");
        });
    }

    @Test
    void whoOffersNoStarttlsIsToldHowToDoWithout() {
        with(null, false, true, relay -> assertRefused(relay, "offers no TLS", "mailround.relay.tls"));
    }

    @Test
    void aRelayOnThisMachineMayHearAPasswordInTheClear() {
        with(
                null,
                false,
                false,
                relay -> assertThat(relay.examine().loggedIn()).isTrue(),
                "mailround.relay.tls=optional");
    }

    @Test
    void noOtherRelayHearsAPasswordInTheClear() {
        server = new ScriptedRelay(null, false, "PLAIN");
        SmtpRelay relay = new SmtpRelay(
                "127.0.0.1",
                server.port(),
                false,
                new Login("ana", new Password("s3cret", ""), false),
                null,
                new Properties(),
                SmtpRelay.FINAL_DOT_TIMEOUT,
                "127.0.0.1:" + server.port());

        assertRefused(relay, "offers no TLS, and a login is not sent where others might read it");

        assertThat(relay.examine().extensions()).contains("AUTH PLAIN");
        assertThat(commands()).noneMatch(command -> command.startsWith("AUTH"));
    }

    @Test
    void aBundleThatIsNotThereIsTold() {
        server = new ScriptedRelay(null, false, "");
        runner(false, "mailround.relay.tls=required", "spring.mail.ssl.bundle=relais")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("relais"));
    }

    @Test
    void theSandboxAnswersToo() {
        new ApplicationContextRunner()
                .withUserConfiguration(SmtpConfiguration.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withPropertyValues("mailround.data-dir=" + folder.resolve("data"))
                .run(context -> {
                    RelayExamination shown = context.getBean(Relay.class).examine();

                    assertThat(shown.trouble()).isNull();
                    assertThat(shown.extensions()).isNotEmpty();
                    assertThat(shown.tlsVersion()).isNull();
                    assertThat(shown.loggedIn()).isFalse();
                });
    }

    private static void assertRefused(Relay relay, String... words) {
        RelayExamination shown = relay.examine();

        assertThat(shown.loggedIn()).isFalse();
        assertThat(shown.trouble()).isNotNull();
        assertThat(shown.trouble().kind()).isEqualTo(Kind.TLS);
        assertThat(shown.trouble().mayPass()).isFalse();
        assertThat(shown.trouble().sentence()).contains(words).contains(relay.name());
    }

    private void with(
            @Nullable SSLContext tls, boolean fromTheStart, boolean bundle, Consumer<Relay> test, String... more) {
        // whoever should speak TLS and has no certificate speaks none
        server = new ScriptedRelay(tls, fromTheStart && tls != null, "PLAIN");
        List<String> properties = new ArrayList<>(List.of("spring.mail.ssl.enabled=" + fromTheStart));
        properties.add("mailround.relay.tls=required");
        if (bundle) {
            properties.add("spring.mail.ssl.bundle=relay");
        }
        properties.addAll(List.of(more));
        runner(bundle, properties.toArray(String[]::new)).run(context -> test.accept(context.getBean(Relay.class)));
    }

    private ApplicationContextRunner runner(boolean bundle, String... properties) {
        ApplicationContextRunner runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withUserConfiguration(SmtpConfiguration.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withPropertyValues(
                        "mailround.data-dir=" + folder.resolve("data"),
                        "spring.mail.host=localhost",
                        "spring.mail.port=" + Objects.requireNonNull(server).port(),
                        "spring.mail.username=ana",
                        "spring.mail.password=s3cret")
                .withPropertyValues(properties);
        return bundle
                ? runner.withPropertyValues(
                        "spring.ssl.bundle.pem.relay.truststore.certificate=file:" + certificates.ca())
                : runner;
    }

    private List<String> commands() {
        return Objects.requireNonNull(server).commands();
    }
}
