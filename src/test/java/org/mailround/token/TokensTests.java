package org.mailround.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTests {

    private static final String SECRET = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";

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
    void exchangesATokenForThatOfAnotherPurpose() {
        String token = tokens.sign(tokens.currentKey(), Purpose.UNSUBSCRIBE, 4711);

        String other = tokens.exchange(Purpose.UNSUBSCRIBE, token, Purpose.PREFERENCES);

        assertThat(tokens.verify(Purpose.PREFERENCES, other)).hasValue(4711);
    }

    @Test
    void exchangesAForgedTokenForOneThatOnlyLooksGenuine() {
        String genuine = tokens.sign(tokens.currentKey(), Purpose.UNSUBSCRIBE, 4711);
        String forged = genuine.substring(0, 20) + "x".repeat(18) + "a";

        for (String token : new String[] {forged, "", "x", "a".repeat(40), "../é"}) {
            String other = tokens.exchange(Purpose.UNSUBSCRIBE, token, Purpose.PREFERENCES);
            assertThat(other).matches("[a-z2-7]{39}");
            for (Purpose purpose : Purpose.values()) {
                assertThat(tokens.verify(purpose, other)).isEmpty();
            }
        }
        assertThat(tokens.exchange(Purpose.UNSUBSCRIBE, forged, Purpose.PREFERENCES))
                .startsWith(genuine.substring(0, 12))
                .isEqualTo(tokens.exchange(Purpose.UNSUBSCRIBE, forged, Purpose.PREFERENCES));
    }

    @Test
    void refusesATokenWithAnyLetterChanged() {
        String token = tokens.sign(tokens.currentKey(), Purpose.READ, 1);

        // the last one too, though it carries bits to spare
        for (int i = 0; i < token.length(); i++) {
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

    /** As Python's hmac and base64 write it: what left the house once must verify for ever. */
    @Test
    void isSpelledAsEver() throws Exception {
        Files.writeString(folder.resolve("keys/0002.key"), "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=");

        assertThat(new Tokens(folder).sign("0002", Purpose.READ, 7))
                .isEqualTo("aaaaaaaaaaaaovcp6f26mxwdr4xjr5nnhinkxji");
    }

    @Test
    void signsTheSameFromManyThreads() {
        List<String> alone = LongStream.range(0, 5000).mapToObj(this::read).toList();

        assertThat(LongStream.range(0, 5000).parallel().mapToObj(this::read).toList())
                .isEqualTo(alone);
    }

    private String read(long id) {
        return tokens.sign("0001", Purpose.READ, id);
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

    @Test
    void aProcessThatRunsSeesTheKeyThatAnotherMakes() throws Exception {
        String old = tokens.sign(tokens.currentKey(), Purpose.READ, 7);
        String digest = tokens.digest("ana@example.com");
        Tokens other = new Tokens(folder);

        String name = other.rotate();
        String fresh = other.sign(name, Purpose.READ, 8);

        assertThat(name).isEqualTo("0002");
        assertThat(tokens.verify(Purpose.READ, fresh)).hasValue(8);
        assertThat(tokens.verify(Purpose.READ, old)).hasValue(7);
        assertThat(tokens.verify(Purpose.READ, fresh.substring(0, 30) + "a".repeat(9)))
                .isEmpty();
        assertThat(tokens.currentKey()).isEqualTo("0002");
        assertThat(tokens.sign("0002", Purpose.READ, 8)).isEqualTo(fresh);
        assertThat(tokens.digest("ana@example.com")).as("stays with the oldest").isEqualTo(digest);
        assertThat(tokens.keys()).containsExactly("0002", "0001");
        assertThat(Files.getPosixFilePermissions(folder.resolve("keys/0002.key")))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    }

    @Test
    void keysThatAreGivenAreNotKept(@TempDir Path empty) throws Exception {
        String kept = Files.readString(folder.resolve("keys/0001.key"));
        Tokens given = given(empty, Map.of("0001", kept, "0002", SECRET));

        assertThat(given.verify(Purpose.READ, tokens.sign("0001", Purpose.READ, 7)))
                .hasValue(7);
        assertThat(given.currentKey()).isEqualTo("0002");
        assertThat(given.digest("ana@example.com")).isEqualTo(tokens.digest("ana@example.com"));
        assertThat(empty.resolve("keys")).doesNotExist();
        assertThatIllegalStateException().isThrownBy(given::rotate).withMessageContaining("mailround.keys");
    }

    @Test
    void aGivenKeyThatIsNoneIsRefusedByNameAndNotTold(@TempDir Path empty) {
        for (String secret : new String[] {"c2hvcnQ=", "not base64 at all!", ""}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> given(empty, Map.of("0003", secret)))
                    .withMessageStartingWith("mailround.keys.0003 is no key")
                    .withMessageNotContaining("c2hvcnQ");
        }
    }

    @Test
    void givenKeysWithoutOneThatIsKeptAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> given(folder, Map.of("0002", SECRET)))
                .withMessageContaining("lacks the key 0001");
    }

    private static Tokens given(Path folder, Map<String, String> keys) {
        return new Tokens(folder, new KeySettings(keys));
    }
}
