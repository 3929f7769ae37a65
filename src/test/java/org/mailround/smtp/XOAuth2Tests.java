package org.mailround.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.SettableClock;
import org.mailround.credential.AccessTokens;
import org.mailround.credential.OAuth2Settings;
import org.mailround.credential.ScriptedTokens;
import org.mailround.smtp.RelayTrouble.Kind;

class XOAuth2Tests {

    static final String REFUSAL = "334 " + ScriptedRelay.CHALLENGE + "\n535 5.7.8 Username and Password not accepted";

    @TempDir
    Path folder;

    final SettableClock clock = new SettableClock();
    final ScriptedRelay server = new ScriptedRelay(null, false, "PLAIN LOGIN XOAUTH2");
    final ScriptedTokens tokens = new ScriptedTokens();

    @AfterEach
    void close() {
        server.close();
        tokens.close();
    }

    @Test
    void aTokenIsThePassword() {
        open(relay(null));

        assertThat(server.commands()).anyMatch(command -> command.startsWith("AUTH XOAUTH2 "));
        assertThat(server.secrets()).containsExactly("token-1");
        assertThat(tokens.forms())
                .containsExactly("grant_type=client_credentials&client_id=mailround"
                        + "&client_secret=s%C3%A9cret%26%3D&scope=https%3A%2F%2Foutlook.example%2F.default");
    }

    @Test
    void aRefreshTokenIsUsedWhereThereIsOne() {
        open(relay("refresh-me"));

        assertThat(tokens.forms())
                .singleElement()
                .asString()
                .startsWith("grant_type=refresh_token&refresh_token=refresh-me&client_id=mailround");
    }

    @Test
    void connectionsShareATokenUntilAMinuteBeforeItsEnd() {
        SmtpRelay relay = relay(null);
        open(relay);
        clock.advance(Duration.ofMinutes(58));
        open(relay);
        assertThat(server.secrets()).containsExactly("token-1", "token-1");

        clock.advance(Duration.ofMinutes(1));
        open(relay);

        assertThat(server.secrets()).containsExactly("token-1", "token-1", "token-2");
        assertThat(tokens.forms()).hasSize(2);
    }

    @Test
    void connectionsThatOpenAtOnceAskOnce() {
        SmtpRelay relay = relay(null);
        CountDownLatch all = new CountDownLatch(4);
        List<CompletableFuture<Void>> openings = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> {
                            all.countDown();
                            try {
                                all.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            open(relay);
                        },
                        task -> new Thread(task).start()))
                .limit(4)
                .toList();
        openings.forEach(CompletableFuture::join);

        assertThat(tokens.forms()).hasSize(1);
        assertThat(server.secrets()).hasSize(4).containsOnly("token-1");
    }

    @Test
    void aTokenThatIsRefusedBeforeItsEndIsReplacedOnce() {
        SmtpRelay relay = relay(null);
        open(relay);
        server.letIn(token -> token.equals("token-1") ? REFUSAL : "235 2.7.0 welcome");

        open(relay);

        assertThat(server.secrets()).containsExactly("token-1", "token-1", "token-2");
    }

    @Test
    void aFreshTokenThatIsRefusedIsNoReasonToAskForAnother() {
        server.letIn(token -> REFUSAL);

        RelayTrouble trouble = trouble(relay(null));

        assertThat(trouble.kind()).isEqualTo(Kind.LOGIN);
        assertThat(trouble.mayPass()).isFalse();
        assertThat(trouble.sentence())
                .contains("535 5.7.8 Username and Password not accepted; status 401, scope https://mail.google.com/")
                .contains("spring.mail.username", "mailround.relay.oauth2.scope");
        assertThat(tokens.forms()).hasSize(1);
    }

    @Test
    void aRefusedTokenIsForgottenSoThatTheNextConnectionAsksAgain() {
        server.letIn(token -> token.equals("token-1") ? REFUSAL : "235 2.7.0 welcome");
        SmtpRelay relay = relay(null);

        trouble(relay);
        open(relay);

        assertThat(server.secrets()).containsExactly("token-1", "token-2");
    }

    @Test
    void aRelayThatHasNoTimeForALoginMayHaveItLaterAndTheTokenStays() {
        SmtpRelay relay = relay(null);
        open(relay);
        server.letIn(token -> "432 4.3.2 Concurrent connections limit exceeded");

        assertThat(trouble(relay).mayPass()).isTrue();
        assertThat(tokens.forms()).hasSize(1);
    }

    @Test
    void aRelayThatHangsUpDuringTheLoginMayComeBack() {
        server.letIn(token -> "");

        RelayTrouble trouble = trouble(relay(null));

        assertThat(trouble.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(trouble.mayPass()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAIN LOGIN", ""})
    void aRelayThatKnowsNoTokensIsToldToBeTheWrongOne(String mechanisms) {
        try (ScriptedRelay other = new ScriptedRelay(null, false, mechanisms)) {
            RelayTrouble trouble = trouble(relay(other.port(), null));

            assertThat(trouble.kind()).isEqualTo(Kind.LOGIN);
            assertThat(trouble.sentence()).contains("XOAUTH2", "mailround.relay.oauth2");
            assertThat(other.commands()).noneMatch(command -> command.startsWith("AUTH"));
        }
    }

    @Test
    void aNewRefreshTokenIsKeptForItsOwnerAloneUntilAnotherIsConfigured() throws IOException {
        tokens.behave(form -> "200 {\"access_token\":\"a\",\"expires_in\":\"3600\",\"refresh_token\":\"second\"}");
        open(relay("first"));
        open(relay("first"));
        open(relay("another"));

        assertThat(tokens.forms().get(0)).contains("refresh_token=first&");
        assertThat(tokens.forms().get(1)).contains("refresh_token=second&");
        assertThat(tokens.forms().get(2)).contains("refresh_token=another&");
        Path file = folder.resolve("relay-refresh-token");
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.readString(file)).doesNotContain("another");
        assertThat(filesOf(folder)).containsExactly("relay-refresh-token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "invalid_client | client-id and client-secret",
                "invalid_grant | mailround.relay.oauth2.refresh-token",
                "invalid_scope | mailround.relay.oauth2.scope",
                "unauthorized_client | allow the application",
                "invalid_request | the settings under mailround.relay.oauth2",
            })
    void aRefusalSaysWhatToMend(String error, String mend) {
        tokens.behave(form ->
                "400 {\"error\":\"%s\",\"error_description\":\"AADSTS700: No. Trace ID: 17\"}".formatted(error));

        RelayTrouble trouble = trouble(relay("refresh-me"));

        assertThat(trouble.kind()).isEqualTo(Kind.LOGIN);
        assertThat(trouble.mayPass()).isFalse();
        assertThat(trouble.sentence())
                .contains(error + ": AADSTS700: No)", mend)
                .doesNotContain("Trace");
    }

    @Test
    void aDescriptionIsOneShortLineWithoutOurSecretsOrAnybodysAddress() {
        tokens.behave(form ->
                "401 {\"error\":\"invalid_client\",\"error_description\":\"bad sécret&=\\r\\nof ana@example.com "
                        + "x".repeat(500) + "\"}");

        RelayTrouble trouble = trouble(relay(null));

        assertThat(trouble.sentence())
                .contains("bad … of … xxx")
                .doesNotContain("sécret", "ana@", "\n", "\r")
                .hasSizeLessThan(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 oops | it answers 500",
                "503 {\"error\":\"server_error\"} | server_error",
                "429 {} | it answers 429",
                "400 {\"error\":\"temporarily_unavailable\"} | temporarily_unavailable",
            })
    void whoGivesTokensMayBeIllForAWhile(String answer, String reason) {
        tokens.behave(form -> answer);

        RelayTrouble trouble = trouble(relay(null));

        assertThat(trouble.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(trouble.mayPass()).isTrue();
        assertThat(trouble.sentence()).contains("127.0.0.1", reason, "mailround.relay.oauth2.token-uri");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 <html>sign in</html>",
                "200 []",
                "200 {}",
                "200 {\"access_token\":\"two lines\\n\"}",
                "200 {\"access_token\":{}}",
                "404 ",
                "302 ",
            })
    void whatIsNoTokenPointsToTheAddress(String answer) {
        tokens.behave(form -> answer.length() < 4 ? answer + " " : answer);

        RelayTrouble trouble = trouble(relay(null));

        assertThat(trouble.kind()).isEqualTo(Kind.LOGIN);
        assertThat(trouble.mayPass()).isFalse();
        assertThat(trouble.sentence()).contains("mailround.relay.oauth2.token-uri");
    }

    @Test
    void anAnswerThatNeverComesIsWaitedForSoLongAndNotLonger() {
        CountDownLatch never = new CountDownLatch(1);
        tokens.behave(form -> {
            never.await();
            return "";
        });

        RelayTrouble trouble = trouble(relay(server.port(), null, Duration.ofMillis(300)));

        assertThat(trouble.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(trouble.sentence()).contains("did not answer");
    }

    @Test
    void nobodyThereToGiveTokensIsTroubleThatMayPass() {
        tokens.close();

        RelayTrouble trouble = trouble(relay(null));

        assertThat(trouble.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(trouble.sentence()).contains("nothing answers there");
    }

    private static List<String> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void open(Relay relay) {
        relay.connect().close();
    }

    private static RelayTrouble trouble(Relay relay) {
        return catchThrowableOfType(RelayUnavailableException.class, relay::connect)
                .trouble();
    }

    private SmtpRelay relay(@Nullable String refreshToken) {
        return relay(server.port(), refreshToken);
    }

    private SmtpRelay relay(int port, @Nullable String refreshToken) {
        return relay(port, refreshToken, Duration.ofSeconds(30));
    }

    private SmtpRelay relay(int port, @Nullable String refreshToken, Duration patience) {
        OAuth2Settings settings = new OAuth2Settings(
                tokens.uri(), "mailround", "sécret&=", refreshToken, "https://outlook.example/.default");
        AccessTokens credentials = new AccessTokens(
                settings,
                "mailround.relay.oauth2",
                folder.resolve("relay-refresh-token"),
                patience,
                "check that spring.mail.username is right",
                clock);
        return new SmtpRelay(
                "127.0.0.1",
                port,
                false,
                new Login("news@clinic.example", credentials, true),
                null,
                new Properties(),
                SmtpRelay.FINAL_DOT_TIMEOUT,
                "127.0.0.1:" + port);
    }
}
