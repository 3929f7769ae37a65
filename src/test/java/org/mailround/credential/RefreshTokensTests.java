package org.mailround.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshTokensTests {

    @TempDir
    Path folder;

    final ScriptedTokens tokens = new ScriptedTokens();

    @AfterEach
    void close() {
        tokens.close();
    }

    @Test
    void aRefreshTokenThatAnotherProcessWasGivenIsTriedBeforeGivingUp() {
        Path file = folder.resolve("relay-refresh-token");
        RefreshTokens others = new RefreshTokens("first", file);
        tokens.behave(form -> {
            if (form.contains("refresh_token=first&")) {
                others.replaced("second");
                return "400 {\"error\":\"invalid_grant\"}";
            }
            return "200 {\"access_token\":\"a\",\"expires_in\":3600}";
        });

        OAuth2Settings settings = new OAuth2Settings(tokens.uri(), "mailround", null, "first", null);
        new AccessTokens(settings, "x", file, Duration.ofSeconds(30), "", Clock.systemUTC()).current();

        assertThat(tokens.forms()).hasSize(2);
    }

    @Test
    void aRefreshTokenThatCannotBeKeptIsUsedAtLeast() throws IOException {
        Files.createSymbolicLink(folder.resolve("lost"), folder.resolve("nowhere"));
        RefreshTokens kept = new RefreshTokens("first", folder.resolve("lost/relay-refresh-token"));

        kept.replaced("second");

        assertThat(kept.current()).isEqualTo("second");
    }
}
