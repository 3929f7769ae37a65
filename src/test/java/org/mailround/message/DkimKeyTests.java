package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DkimKeyTests {

    private static final Path KEYS = Path.of("src/test/resources/message/keys");

    private final DkimKey key = key("pkcs8.pem");
    private final String ours = base64(KEYS.resolve("public.pem"));

    @Test
    void saysWhatToPublishWhere() {
        assertThat(key.dnsName()).isEqualTo("news1._domainkey.clinic.example");
        assertThat(key.dnsRecord()).isEqualTo("v=DKIM1; k=rsa; p=" + ours);
        assertThat(key.bits()).isEqualTo(2048);
    }

    @Test
    void knowsItsOwnRecordHoweverItIsWritten() {
        assertThat(key.judge(key.dnsRecord())).isEqualTo(DkimRecord.OURS);
        assertThat(key.judge("p=" + ours)).isEqualTo(DkimRecord.OURS);
        assertThat(key.judge(" v = DKIM1 ;\r\n\th=sha1 : sha256; s=email; t=s; n=made in November; k=rsa; p="
                        + ours.replaceAll(".{60}", "$0 \r\n ") + " ; "))
                .isEqualTo(DkimRecord.OURS);
        assertThat(key.judge("v=DKIM1; t=s:y; p=" + ours)).isEqualTo(DkimRecord.OURS_IN_TESTING);
    }

    @Test
    void knowsWhatIsNotIts() {
        assertThat(key.judge(key("rsa-1024.pem").dnsRecord())).isEqualTo(DkimRecord.ANOTHER_KEY);
        assertThat(key.judge("v=DKIM1; k=rsa; p=")).isEqualTo(DkimRecord.REVOKED);
        assertThat(key.judge("v=DKIM1; p= ; ")).isEqualTo(DkimRecord.REVOKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v=DKIM1; k=ed25519; p=KEY",
                "v=DKIM1; h=sha1; p=KEY",
                "v=DKIM1; s=calendar; p=KEY",
                "v=DKIM1; k=rsa",
                "p=KEY; v=DKIM1",
                "v=DKIM1; p=KEY; p=KEY",
                "v=DKIM1; p=KEYX",
                "v=DKIM1; p=\"KEY\"",
                "v=DKIM1; p=MIIB",
                "v=DKIM1 p=KEY",
                "v=DKIM1;; p=KEY",
            })
    void knowsWhatNobodyCanVerifyBy(String record) {
        assertThat(key.judge(record.replace("KEY", ours))).isEqualTo(DkimRecord.UNUSABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v=spf1 -all",
                "v=DMARC1; p=none",
                "v=DKIM2; p=KEY",
                "google-site-verification=x",
                "V=DKIM1; P=KEY"
            })
    void knowsWhatIsNoKeyAtAll(String record) {
        assertThat(key.judge(record.replace("KEY", ours))).isEqualTo(DkimRecord.NO_KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "'', data/k.pem, mailround.dkim.selector is missing beside mailround.dkim.key",
        "s1, ' ', mailround.dkim.key is missing beside mailround.dkim.selector",
        "s 1, data/k.pem, mailround.dkim.selector is s 1: write letters",
        "s_1, data/k.pem, mailround.dkim.selector is s_1: write letters",
        "s..1, data/k.pem, mailround.dkim.selector is s..1: write letters",
        "s1-, data/k.pem, mailround.dkim.selector is s1-: write letters",
    })
    void settingsThatAreHalfOrWrongAreTold(String selector, String file, String sentence) {
        assertThatThrownBy(() -> new DkimSettings(selector, file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(sentence);
    }

    @Test
    void isFoundBesideTheHome() {
        Dkim dkim = Dkim.of(new DkimSettings(" news1 ", "pkcs1.pem"), "clinic.example", KEYS);

        assertThat(dkim.key()).contains(key);
        assertThat(Dkim.of(new DkimSettings(null, ""), "clinic.example", KEYS).key())
                .isEmpty();
    }

    static DkimKey key(String file) {
        return DkimKey.of("clinic.example", "news1", RsaKeyFile.read("mailround.dkim.key", KEYS.resolve(file)));
    }

    private static String base64(Path pem) {
        try {
            return Files.readAllLines(pem).stream()
                    .filter(line -> !line.startsWith("-"))
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
