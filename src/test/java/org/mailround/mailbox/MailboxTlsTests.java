package org.mailround.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.credential.ScriptedTokens;
import org.mailround.smtp.TestCertificates;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** STARTTLS, TLS from the start, and logins by token, set up as people set them up. */
class MailboxTlsTests {

    @TempDir
    static Path folder;

    static TestCertificates certificates;
    static SSLContext right;
    static SSLContext selfSigned;
    static SSLContext over;
    static SSLContext anothers;

    private @Nullable WaywardImap server;

    @BeforeAll
    static void makeCertificates() {
        certificates = new TestCertificates(folder);
        right = certificates.issued("right", "dns:localhost");
        selfSigned = certificates.selfSigned("self", "dns:localhost");
        over = certificates.issued("over", "dns:localhost", "2020/01/01 00:00:00", 31);
        anothers = certificates.issued("anothers", "dns:imap.clinic.example");
    }

    @AfterEach
    void close() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aBundleSaysWhomToBelieve(boolean fromTheStart) {
        with(
                right,
                fromTheStart,
                true,
                mailbox -> assertThat(read(mailbox).read()).isZero());

        assertThat(server().secrets).containsExactly("s3cret");
        assertThat(server().commands.contains("STARTTLS ")).isNotEqualTo(fromTheStart);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAuthorityThatNobodyKnowsIsRefused(boolean fromTheStart) {
        with(right, fromTheStart, false, mailbox -> assertRefused(mailbox, "Nobody that we trust vouches"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCertificateOfNobodyElseIsRefused(boolean fromTheStart) {
        with(selfSigned, fromTheStart, true, mailbox -> assertRefused(mailbox, "mailround.bounces.ssl.bundle"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCertificateThatIsOverIsRefused(boolean fromTheStart) {
        with(over, fromTheStart, true, mailbox -> assertRefused(mailbox, "is over"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCertificateForAnotherHostIsRefused(boolean fromTheStart) {
        with(anothers, fromTheStart, true, mailbox -> assertRefused(mailbox, "is not for localhost"));
    }

    @Test
    void aServerWithoutTlsHearsNoPasswordWhereTlsIsRequired() {
        with(null, false, true, mailbox -> assertRefused(mailbox, "offers no TLS, which is required"));
    }

    @Test
    void aServerThatDoesNotSpeakItFromTheStartIsTold() {
        server = new WaywardImap();
        run(mailbox -> assertRefused(mailbox, "does not speak TLS from the start"), "ssl.enabled=true", "password=x");
    }

    @Test
    void aTokenIsThePassword() {
        server = new WaywardImap();
        server.capabilities = "AUTH=XOAUTH2 AUTH=PLAIN";
        try (ScriptedTokens tokens = new ScriptedTokens()) {
            run(MailboxTlsTests::read, oauth2(tokens));
        }

        assertThat(server.secrets).containsExactly("token-1");
        assertThat(server.commands).contains("AUTHENTICATE XOAUTH2").doesNotContain("LOGIN");
    }

    @Test
    void aTokenThatIsRefusedBeforeItsEndIsReplacedOnce() {
        server = new WaywardImap();
        server.capabilities = "AUTH=XOAUTH2";
        try (ScriptedTokens tokens = new ScriptedTokens()) {
            run(
                    mailbox -> {
                        read(mailbox);
                        server().letsIn = secret -> !secret.equals("token-1");
                        read(mailbox);
                    },
                    oauth2(tokens));
        }

        assertThat(server.secrets).containsExactly("token-1", "token-1", "token-2");
    }

    @Test
    void whoGivesNoTokenIsTold() {
        server = new WaywardImap();
        try (ScriptedTokens tokens = new ScriptedTokens()) {
            tokens.behave(form -> "400 {\"error\":\"invalid_client\"}");
            run(
                    mailbox -> assertRefused(mailbox, "mailround.bounces.oauth2.client-id and client-secret"),
                    oauth2(tokens));
        }
    }

    @Test
    void aServerThatKnowsNoTokensIsTold() {
        server = new WaywardImap();
        try (ScriptedTokens tokens = new ScriptedTokens()) {
            run(mailbox -> assertRefused(mailbox, "a password instead of a token (XOAUTH2)"), oauth2(tokens));
        }
    }

    private static String[] oauth2(ScriptedTokens tokens) {
        return new String[] {
            "oauth2.token-uri=" + tokens.uri(), "oauth2.client-id=mailround", "oauth2.client-secret=hush"
        };
    }

    private void with(@Nullable SSLContext tls, boolean fromTheStart, boolean believed, Consumer<BounceMailbox> test) {
        server = new WaywardImap(tls, fromTheStart);
        List<String> keys = new ArrayList<>(List.of("tls=required", "ssl.enabled=" + fromTheStart, "password=s3cret"));
        if (believed) {
            keys.add("ssl.bundle=clinic");
        }
        run(test, keys.toArray(String[]::new));
    }

    private void run(Consumer<BounceMailbox> test, String... keys) {
        ApplicationContextRunner runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withUserConfiguration(MailboxConfiguration.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withPropertyValues(
                        "mailround.data-dir=" + folder,
                        "spring.ssl.bundle.pem.clinic.truststore.certificate=" + certificates.ca(),
                        "mailround.bounces.host=localhost",
                        "mailround.bounces.port=" + server().port(),
                        "mailround.bounces.username=bounces");
        for (String key : keys) {
            runner = runner.withPropertyValues("mailround.bounces." + key);
        }
        runner.run(context -> test.accept(context.getBean(BounceMailbox.class)));
    }

    private static MailboxResult read(BounceMailbox mailbox) {
        return mailbox.read(octets -> Disposal.JUDGED);
    }

    private WaywardImap server() {
        return Objects.requireNonNull(server);
    }

    private void assertRefused(BounceMailbox mailbox, String... told) {
        assertThatThrownBy(() -> read(mailbox))
                .isInstanceOf(MailboxUnavailableException.class)
                .hasMessageContainingAll(told)
                .hasMessageNotContainingAny("s3cret", "hush");
        assertThat(server().secrets).isEmpty();
    }
}
