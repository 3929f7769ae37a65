package org.mailround.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailround.SettableClock;

class SubscribeLimitsTests {

    private final SettableClock clock = new SettableClock();
    private final SubscribeLimits limits = new SubscribeLimits(new SubscribeSettings(2, 20_000), clock);

    @Test
    void anHourAfterTheFirstEachBeginsAnew() {
        assertThat(limits.allows("192.0.2.1")).isTrue();
        clock.advance(Duration.ofMinutes(59));
        assertThat(limits.allows("192.0.2.1")).isTrue();
        assertThat(limits.allows("192.0.2.1")).isFalse();
        assertThat(limits.allows("192.0.2.2")).isTrue();

        clock.advance(Duration.ofMinutes(1));

        assertThat(limits.allows("192.0.2.1")).isTrue();
    }

    @Test
    void aNetworkOfIpv6IsOneClient() {
        assertThat(limits.allows("2001:db8:0:1::1")).isTrue();
        assertThat(limits.allows("2001:db8:0:1:ffff:ffff:ffff:ffff")).isTrue();

        assertThat(limits.allows("2001:0db8:0000:0001:1234::")).isFalse();
        assertThat(limits.allows("2001:db8:0:2::1")).isTrue();
    }

    @Test
    void whatIsNoAddressIsOneClientAndNoNameIsLookedUp() {
        for (String first : List.of("canary.example.org", "a:b:c")) {
            assertThat(limits.allows(first)).isTrue();
        }
        for (String more : List.of("unknown", "999.1.1.1", "", "x".repeat(9000), ":".repeat(45), "1.2.3")) {
            assertThat(limits.allows(more)).as(more).isFalse();
        }
    }

    @Test
    void allOfThemTogetherMeetALimitToo() {
        SubscribeLimits tight = new SubscribeLimits(new SubscribeSettings(10, 3), clock);
        for (int i = 1; i <= 3; i++) {
            assertThat(tight.allows("192.0.2." + i)).isTrue();
        }

        assertThat(tight.allows("192.0.2.4")).isFalse();
        clock.advance(Duration.ofHours(1));
        assertThat(tight.allows("192.0.2.4")).isTrue();
    }

    @Test
    void tenThousandClientsAreRemembered() {
        limits.allows("192.0.2.1");
        limits.allows("192.0.2.1");
        for (int i = 0; i < 9_999; i++) {
            limits.allows("10.0.%d.%d".formatted(i / 256, i % 256));
        }
        assertThat(limits.allows("192.0.2.1")).isFalse();
    }
}
