package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Provider;
import java.security.Security;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NativeRsaTests {

    private static final List<byte[]> PARTS =
            List.of("from:a".getBytes(StandardCharsets.US_ASCII), new byte[] {'\r', '\n'}, new byte[0]);

    private final RSAPrivateCrtKey key =
            RsaKeyFile.read("mailround.dkim.key", Path.of("src/test/resources/message/keys/pkcs8.pem"));
    private final byte[] expected = new Rsa(key, null).sign(PARTS);

    @Test
    void signsAsTheJdkDoes() {
        assertThat(NativeRsa.orElseJdk(key).sign(PARTS)).isEqualTo(expected);
    }

    @Test
    void signsFromManyThreads() {
        Rsa rsa = NativeRsa.orElseJdk(key);

        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> rsa.sign(PARTS)))
                .allMatch(signature -> Arrays.equals(signature, expected));
    }

    @Test
    void leavesAllElseToTheJdk() {
        NativeRsa.orElseJdk(key).sign(PARTS);

        assertThat(Security.getProviders())
                .extracting(Provider::getName)
                .doesNotContain("AmazonCorrettoCryptoProvider");
    }

    @Test
    void theJdkSignsWhereThereIsNone() {
        assertThat(NativeRsa.orElseJdk(key, Optional.empty()).sign(PARTS)).isEqualTo(expected);
    }

    /** Corretto's is one without any service where its library does not fit the machine. */
    @Test
    void theJdkSignsWhereItCannotBeLoaded() {
        Provider empty = new Provider("Empty", "1", "") {};

        assertThat(NativeRsa.orElseJdk(key, Optional.of(empty)).sign(PARTS)).isEqualTo(expected);
    }

    @Test
    void theJdkSignsWhereItSignsWrongly() {
        Provider wrong = new Provider("Wrong", "1", "") {};
        Provider jdk = Security.getProvider("SunRsaSign");
        wrong.put("KeyFactory.RSA", jdk.getService("KeyFactory", "RSA").getClassName());
        wrong.put("Signature.SHA256withRSA", WrongSignature.class.getName());

        assertThat(NativeRsa.orElseJdk(key, Optional.of(wrong)).sign(PARTS)).isEqualTo(expected);
    }
}
