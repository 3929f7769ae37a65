package org.mailround.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.credential.AccessTokens;
import org.mailround.credential.OAuth2Settings;
import org.mailround.credential.ScriptedTokens;
import org.mailround.mailbox.MailboxSettings.Protocol;
import org.mailround.mailbox.MailboxSettings.Tls;
import org.mailround.mailbox.TestMailbox.Clerk;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.dao.DataAccessResourceFailureException;

/** Against a server that is quick, and breaks. */
class WaywardPopMailboxTests {

    @TempDir
    Path data;

    final WaywardPop server = new WaywardPop();

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void aThousandMessagesAreTakenOneByOneAndDeleted() {
        server.arrive(1, 1000);
        Clerk clerk = new Clerk(subject -> null);

        assertThat(read(clerk)).isEqualTo(new MailboxResult(1000, 0, 0, 0, null));

        assertThat(clerk.subjects).containsExactlyElementsOf(numbers(1, 1000));
        assertThat(server.mailbox).isEmpty();
    }

    @Test
    void whatStaysIsLookedAtOnceAReading() {
        server.arrive(1, 300);
        Clerk clerk = new Clerk(subject -> Integer.parseInt(subject) % 2 == 0 ? Disposal.LATER : null);

        assertThat(read(clerk)).isEqualTo(new MailboxResult(150, 0, 150, 0, null));

        assertThat(clerk.subjects).containsExactlyElementsOf(numbers(1, 300));
        assertThat(server.mailbox).hasSize(150).doesNotContain("1").contains("2", "300");
    }

    @Test
    void whatWasTakenBeforeTheProgramDiesIsTakenAgainAndNothingIsLost() {
        server.arrive(1, 260);
        Clerk dying = new Clerk(subject -> {
            if (subject.equals("250")) {
                throw new StackOverflowError();
            }
            return null;
        });
        assertThatThrownBy(() -> read(dying)).isInstanceOf(StackOverflowError.class);

        Clerk next = new Clerk(subject -> null);
        read(next);

        assertThat(next.subjects).containsExactlyElementsOf(numbers(201, 260));
        assertThat(server.mailbox).isEmpty();
    }

    @Test
    void aDatabaseThatFailsEndsTheReadingAndWhatWasJudgedIsDeleted() {
        server.arrive(1, 20);

        assertThatThrownBy(() -> read(new Clerk(subject -> {
                    if (subject.equals("8")) {
                        throw new DataAccessResourceFailureException("disk full");
                    }
                    return null;
                })))
                .isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(server.mailbox).containsExactlyElementsOf(numbers(8, 20));
    }

    @Test
    void aConnectionThatBreaksEndsThisReadingAndTheNextGoesOn() {
        server.arrive(1, 300);
        server.beforeFetch = fetch -> {
            if (fetch == 250) {
                throw new IllegalStateException("hang up");
            }
        };
        Clerk clerk = new Clerk(subject -> null);

        MailboxResult broken = read(clerk);

        assertThat(broken.interruption()).contains("127.0.0.1:" + server.port());
        assertThat(server.mailbox).hasSize(100);
        assertThat(read(clerk)).isEqualTo(new MailboxResult(100, 0, 0, 0, null));
        assertThat(clerk.subjects).containsAll(numbers(1, 300));
        assertThat(server.mailbox).isEmpty();
    }

    @Test
    void oneThatTheServerCannotGiveStaysAndKeepsNoOtherFromBeingTaken() {
        server.arrive(1, 3);
        server.gives = subject -> !subject.equals("2");

        assertThat(read(new Clerk(subject -> null))).isEqualTo(new MailboxResult(2, 0, 1, 1, null));

        assertThat(server.mailbox).containsExactly("2");
    }

    @Test
    void aServerWithoutTlsHearsNoPasswordWhereTlsIsRequired() {
        assertThatThrownBy(() -> mailbox(TestMailbox.server(settings(Tls.REQUIRED)))
                        .read(new Intake(new Clerk(subject -> null))))
                .isInstanceOf(MailboxUnavailableException.class)
                .hasMessageContaining("offers no TLS, which is required");
        assertThat(server.secrets).isEmpty();
    }

    @Test
    void aTokenIsThePassword() {
        server.capabilities = "SASL PLAIN XOAUTH2";
        server.arrive(1, 1);
        try (ScriptedTokens tokens = new ScriptedTokens()) {
            mailbox(byToken(tokens)).read(new Intake(new Clerk(subject -> null)));
        }

        assertThat(server.secrets).containsOnly("token-1");
        assertThat(server.mailbox).isEmpty();
    }

    @Test
    void aServerThatKnowsNoTokensHearsNone() {
        try (ScriptedTokens tokens = new ScriptedTokens()) {
            assertThatThrownBy(() -> mailbox(byToken(tokens)).read(new Intake(new Clerk(subject -> null))))
                    .isInstanceOf(MailboxUnavailableException.class)
                    .hasMessageContaining("a password instead of a token (XOAUTH2)");
        }

        assertThat(server.secrets).isEmpty();
    }

    private MailboxResult read(Clerk clerk) {
        return mailbox(TestMailbox.server(settings(null))).read(new Intake(clerk));
    }

    private PopMailbox mailbox(MailboxServer of) {
        return new PopMailbox(of, new AsideFiles(data.resolve("bounces/aside")));
    }

    private MailboxServer byToken(ScriptedTokens tokens) {
        AccessTokens credentials = new AccessTokens(
                new OAuth2Settings(tokens.uri(), "mailround", "hush", null, null),
                MailboxSettings.OAUTH2,
                data.resolve("refresh-token"),
                Duration.ofSeconds(20),
                "check the mailbox",
                Clock.systemUTC());
        return new MailboxAssembly(settings(null), new StaticListableBeanFactory().getBeanProvider(SslBundles.class))
                .server(credentials, Duration.ofSeconds(20));
    }

    private MailboxSettings settings(@Nullable Tls tls) {
        return new MailboxSettings(
                "127.0.0.1",
                server.port(),
                Protocol.POP3,
                tls,
                "bounces",
                "secret",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static List<String> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList();
    }
}
