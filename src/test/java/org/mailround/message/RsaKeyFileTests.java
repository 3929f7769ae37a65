package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateCrtKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys as OpenSSL wrote them; all but the refused are one. */
class RsaKeyFileTests {

    static final Path KEYS = Path.of("src/test/resources/message/keys");

    @Test
    void bothFormsOfAKeyAreRead() {
        assertThat(read("pkcs1.pem")).isEqualTo(read("pkcs8.pem"));
    }

    @Test
    void aKeyIsFoundAmongOtherThings(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("all.pem");
        Files.writeString(
                file,
                "\uFEFFBag Attributes\r\n" + text("certificate.pem")
                        + text("pkcs8.pem").replace("\n", "\r\n"));

        assertThat(RsaKeyFile.read("mailround.dkim.key", file)).isEqualTo(read("pkcs8.pem"));
    }

    @Test
    void aShortKeyIsReadAsLongAsAnybodyVerifiesIt() {
        assertThat(read("rsa-1024.pem").getModulus().bitLength()).isEqualTo(1024);
    }

    @ParameterizedTest
    @CsvSource({
        "public.pem, which holds a public key: name the PEM of an RSA private key",
        "certificate.pem, which holds a certificate: name the PEM of an RSA private key",
        "encrypted-pkcs1.pem, which is encrypted",
        "encrypted-pkcs8.pem, which is encrypted",
        "ec-sec1.pem, which holds a private key of another kind (EC PRIVATE KEY)",
        "ec-pkcs8.pem, which holds a private key that is no RSA key",
        "rsa-1000.pem, whose key has 1000 bits",
        "nowhere.pem, and there is no such file",
        "../keys, which is a folder",
    })
    void whatElseAFileIsIsTold(String file, String sentence) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("mailround.dkim.key is " + KEYS.resolve(file) + ", ")
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "'', no PEM of a private key",
        "'-----BEGIN PRIVATE KEY-----\nMII', no PEM of a private key",
        "'-----BEGIN PRIVATE KEY-----\n!!!!\n-----END PRIVATE KEY-----', no RSA key, or broken",
        "'-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----', no RSA key, or broken",
        "'-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----', no RSA key, or broken",
    })
    void brokenFilesAreTold(String text, String sentence) {
        assertThatThrownBy(() -> RsaKeyFile.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    private static RSAPrivateCrtKey read(String file) {
        return RsaKeyFile.read("mailround.dkim.key", KEYS.resolve(file));
    }

    private static String text(String file) throws IOException {
        return Files.readString(KEYS.resolve(file));
    }
}
