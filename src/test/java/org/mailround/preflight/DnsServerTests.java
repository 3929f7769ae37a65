package org.mailround.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DnsServerTests {

    @Test
    void aServerThatIsNotToBeFoundIsToldByItsSetting() {
        DnsServer server = new DnsServer(new DnsSettings("no..host"));

        assertThatExceptionOfType(SilentDnsException.class)
                .isThrownBy(() -> server.open(Deadline.in(Duration.ofMinutes(1))))
                .satisfies(e -> assertThat(e.sentence()).contains("no host no..host", "mailround.dns.server"));
    }
}
