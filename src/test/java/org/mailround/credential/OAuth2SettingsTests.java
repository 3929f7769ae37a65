package org.mailround.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OAuth2SettingsTests {

    static final String HTTPS = "https://login.example/token";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| id | secret | | mailround.relay.oauth2.token-uri is missing",
                "https://login.example/token | | secret | | mailround.relay.oauth2.client-id is missing",
                "https://login.example/token | id | | | mailround.relay.oauth2.client-secret is missing",
                "https://login.example/token | | | refresh | mailround.relay.oauth2.client-id is missing",
                "http://login.example/token | id | secret | | mailround.relay.oauth2.token-uri is “http://login.example",
                "http://127.0.0.1.example/token | id | secret | | mailround.relay.oauth2.token-uri is",
                "http://user@127.0.0.1.example/token | id | secret | | mailround.relay.oauth2.token-uri is",
                "login.example/token | id | secret | | mailround.relay.oauth2.token-uri is",
                "ftp://127.0.0.1/token | id | secret | | mailround.relay.oauth2.token-uri is",
                "https:// | id | secret | | mailround.relay.oauth2.token-uri is",
                "no address | id | secret | | mailround.relay.oauth2.token-uri is",
                "https://login.example:99999/ | id | secret | | mailround.relay.oauth2.token-uri is",
                "http://me:hush@login.example/ | id | secret | | mailround.relay.oauth2.token-uri is “http://…@login",
            })
    void whatIsMissingOrUnsafeIsToldByItsKey(
            @Nullable String uri, @Nullable String id, @Nullable String secret, @Nullable String refresh, String told) {
        assertThatThrownBy(() -> new OAuth2Settings(uri, id, secret, refresh, null).checked("mailround.relay.oauth2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(told);
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:8080/token", "http://[::1]/token", "http://localhost/token", HTTPS})
    void onThisMachineNothingNeedsToBeEncrypted(String uri) {
        assertThat(new OAuth2Settings(uri, "id", "secret", null, null)
                        .checked("x")
                        .isUsed())
                .isTrue();
    }

    @Test
    void anAddressAloneOrBlankValuesAreNoLoginByToken() {
        assertThat(new OAuth2Settings(HTTPS, " ", "", null, "scope")
                        .checked("x")
                        .isUsed())
                .isFalse();
    }

    @Test
    void aPublicClientHasNoSecret() {
        assertThat(new OAuth2Settings(HTTPS, "id", null, "refresh", null)
                        .checked("x")
                        .isUsed())
                .isTrue();
    }

    @Test
    void noSecretIsTold() {
        assertThat(new OAuth2Settings(HTTPS, "id", "hush", "whisper", null))
                .asString()
                .doesNotContain("hush", "whisper");
    }
}
