package org.mailround.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTests {

    @TempDir
    Path folder;

    Tokens tokens;

    @BeforeEach
    void open() {
        tokens = new Tokens(folder);
    }

    @Test
    void verifiesWhatItSigned() {
        String token = tokens.sign(tokens.currentKey(), Purpose.UNSUBSCRIBE, 4711);

        assertThat(tokens.verify(Purpose.UNSUBSCRIBE, token)).hasValue(4711);
    }

    @Test
    void survivesARelayThatFoldsCase() {
        String token = tokens.sign(tokens.currentKey(), Purpose.ENVELOPE_SENDER, 4711);

        assertThat(tokens.verify(Purpose.ENVELOPE_SENDER, token.toUpperCase(Locale.ROOT)))
                .hasValue(4711);
    }

    @Test
    void verifiesForNoOtherPurpose() {
        String token = tokens.sign(tokens.currentKey(), Purpose.UNSUBSCRIBE, 4711);

        assertThat(tokens.verify(Purpose.READ, token)).isEmpty();
    }

    @Test
    void refusesATokenWithAnyLetterChanged() {
        String token = tokens.sign(tokens.currentKey(), Purpose.READ, 1);

        // the last letter carries spare bits that no octet uses
        for (int i = 0; i < token.length() - 1; i++) {
            char other = token.charAt(i) == 'a' ? 'b' : 'a';
            String forged = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(tokens.verify(Purpose.READ, forged)).as(forged).isEmpty();
        }
    }

    @Test
    void refusesWhatIsNoToken() {
        for (String text :
                new String[] {"", "x", "a".repeat(38), "a".repeat(40), "a".repeat(38) + "!", "../../../etc"}) {
            assertThat(tokens.verify(Purpose.READ, text)).as(text).isEmpty();
        }
    }

    @Test
    void signsTheSameAfterARestart() {
        assertThat(new Tokens(folder).sign("0001", Purpose.MESSAGE_ID, 7))
                .isEqualTo(tokens.sign("0001", Purpose.MESSAGE_ID, 7));
        assertThat(new Tokens(folder).digest("ana@example.com")).isEqualTo(tokens.digest("ana@example.com"));
    }

    @Test
    void verifiesTokensOfAnOlderKey() throws Exception {
        String token = tokens.sign(tokens.currentKey(), Purpose.READ, 7);
        String digest = tokens.digest("ana@example.com");
        Files.writeString(folder.resolve("keys/0002.key"), "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=");

        Tokens rotated = new Tokens(folder);

        assertThat(rotated.currentKey()).isEqualTo("0002");
        assertThat(rotated.verify(Purpose.READ, token)).hasValue(7);
        assertThat(rotated.digest("ana@example.com")).isEqualTo(digest);
    }
}
