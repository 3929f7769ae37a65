package org.mailround.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailround.clinic.Sender;
import org.mailround.rfc.Mailbox;

/** The files of keys. */
class DkimKeysTests {

    @TempDir
    Path home;

    private DkimKeys keys;

    @BeforeEach
    void open() {
        keys = new DkimKeys(
                new DkimSettings(null, null),
                Dkim.none(),
                House.clinic("en"),
                new Sender(Mailbox.parse("news@clinic.example"), null, null, null),
                Clock.fixed(Instant.parse("2026-11-25T09:00:00Z"), ZoneOffset.UTC),
                home,
                home.resolve("data"));
    }

    @Test
    void whoComesSecondGetsTheKeyOfTheFirst() {
        DkimKeyFile first = keys.create("news1", false);

        assertThat(keys.create("news1", false).key().dnsRecord())
                .isEqualTo(first.key().dnsRecord());
        assertThat(home.resolve("data/dkim")).isDirectoryContaining("glob:**news1.pem");
        assertThat(home.resolve("data/dkim").toFile().list()).hasSize(1);
    }

    @Test
    void aKeyIsReplacedWhereThatIsAsked() {
        DkimKeyFile first = keys.create("news1", false);
        DkimKeyFile second = keys.create("news1", true);

        assertThat(second.key().dnsRecord()).isNotEqualTo(first.key().dnsRecord());
        assertThat(keys.find("news1").orElseThrow().key().dnsRecord())
                .isEqualTo(second.key().dnsRecord());
    }
}
