package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mailround.SettableClock;
import org.mailround.delivery.Permit.Busy;
import org.mailround.delivery.Permit.Granted;
import org.mailround.delivery.Permit.NotBefore;

class ThrottleTests {

    final SettableClock clock = new SettableClock();
    final Instant start = clock.instant();

    @Test
    void withoutLimitsEverythingGoesAndNothingIsKept() {
        Throttle throttle = throttle("", Map.of());

        assertThat(granted(throttle, "gmail.com", 100_000)).isEqualTo(100_000);
        throttle.end("gmail.com");
        assertThat(throttle.limits("gmail.com")).isFalse();
        assertThat(throttle.longestWindow()).isZero();
        assertThat(throttle.domains()).isZero();
    }

    @Test
    void aDayLimitLetsTheWholeDaysMailGoAtOnceAndThenNoneUntilTomorrow() {
        Throttle throttle = throttle("10000/d", Map.of());

        assertThat(granted(throttle, "gmail.com", 10_001)).isEqualTo(10_000);
        clock.advance(Duration.ofDays(1).minusNanos(1));
        assertThat(throttle.tryBegin("gmx.de"))
                .isEqualTo(new NotBefore(start.plus(Duration.ofDays(1)), false, Rate.parse("10000/d")));
        clock.advance(Duration.ofNanos(1));
        assertThat(granted(throttle, "gmail.com", 10_001)).isEqualTo(10_000);
    }

    @Test
    void aPlaceComesBackWhenItsMessageIsAsOldAsTheWindow() {
        Throttle throttle = throttle("2/m", Map.of());

        granted(throttle, "gmail.com", 1);
        clock.advance(Duration.ofSeconds(20));
        granted(throttle, "gmail.com", 1);

        assertThat(throttle.tryBegin("gmail.com"))
                .isEqualTo(new NotBefore(start.plusSeconds(60), false, Rate.parse("2/m")));
        clock.advance(Duration.ofSeconds(40));
        assertThat(granted(throttle, "gmail.com", 2)).isEqualTo(1);
        assertThat(throttle.tryBegin("gmail.com"))
                .isEqualTo(new NotBefore(start.plusSeconds(80), false, Rate.parse("2/m")));
    }

    @Test
    void ofSeveralRatesThatAreUsedUpTheOneThatLastsIsTold() {
        Throttle throttle = throttle("2/s,2/h", Map.of());

        granted(throttle, "gmail.com", 2);

        assertThat(throttle.longestWindow()).isEqualTo(Duration.ofHours(1));
        assertThat(throttle.tryBegin("gmail.com"))
                .isEqualTo(new NotBefore(start.plusSeconds(3600), false, Rate.parse("2/h")));
    }

    @Test
    void aDomainThatIsUsedUpHoldsUpNoOther() {
        Throttle throttle = throttle("3/m", Map.of("gmail.com", limit("1/h", null)));

        assertThat(granted(throttle, "gmail.com", 2)).isEqualTo(1);

        assertThat(throttle.tryBegin("gmail.com"))
                .isEqualTo(new NotBefore(start.plusSeconds(3600), true, Rate.parse("1/h")));
        // the refused one has taken no place of everybody's
        assertThat(granted(throttle, "gmx.de", 3)).isEqualTo(2);
        assertThat(throttle.tryBegin("gmail.com"))
                .isEqualTo(new NotBefore(start.plusSeconds(60), false, Rate.parse("3/m")));
    }

    @Test
    void aDomainHasNoMoreConnectionsThanItMay() {
        Throttle throttle = throttle("", Map.of("gmail.com", limit("", 2)));

        assertThat(granted(throttle, "gmail.com", 2)).isEqualTo(2);
        assertThat(throttle.tryBegin("gmail.com")).isEqualTo(new Busy());
        throttle.end("gmail.com");
        assertThat(granted(throttle, "gmail.com", 2)).isEqualTo(1);
        assertThat(throttle.limits("gmx.de")).isFalse();
    }

    @Test
    void aMessageThatEndedKeepsItsPlaceInTheRate() {
        Throttle throttle = throttle("", Map.of("gmail.com", limit("1/m", 1)));

        granted(throttle, "gmail.com", 1);
        throttle.end("gmail.com");

        assertThat(throttle.tryBegin("gmail.com"))
                .isEqualTo(new NotBefore(start.plusSeconds(60), true, Rate.parse("1/m")));
    }

    @Test
    void moreEndsThanBeginsAreAMistake() {
        Throttle throttle = throttle("", Map.of("gmail.com", limit("", 2)));

        assertThatIllegalStateException().isThrownBy(() -> throttle.end("gmail.com"));
    }

    @Test
    void theLimitForEachDomainIsForThoseThatAreNotNamed() {
        Throttle throttle = throttle("", Map.of("default", limit("1/m", null), "gmail.com", limit("", null)));

        assertThat(granted(throttle, "gmx.de", 2)).isEqualTo(1);
        assertThat(granted(throttle, "web.de", 2)).isEqualTo(1);
        assertThat(granted(throttle, "gmail.com", 2)).isEqualTo(2);
    }

    @Test
    void whatAnEarlierProcessBeganCounts() {
        Throttle throttle = throttle("3/h", Map.of("gmail.com", limit("1/m", null)));

        throttle.remember("gmx.de", start.minus(Duration.ofHours(1)));
        throttle.remember("gmx.de", start.minus(Duration.ofMinutes(50)));
        throttle.remember("gmail.com", start.minusSeconds(10));

        assertThat(throttle.tryBegin("gmail.com"))
                .isEqualTo(new NotBefore(start.plusSeconds(50), true, Rate.parse("1/m")));
        assertThat(granted(throttle, "gmx.de", 2)).isEqualTo(1);
        assertThat(throttle.tryBegin("gmx.de"))
                .isEqualTo(new NotBefore(start.plus(Duration.ofMinutes(10)), false, Rate.parse("3/h")));
    }

    @Test
    void whereAnEarlierProcessWasFasterThanIsAllowedNowTheLatestDecide() {
        Throttle throttle = throttle("2/h", Map.of());

        for (int minutes = 50; minutes >= 10; minutes -= 10) {
            throttle.remember("gmail.com", start.minus(Duration.ofMinutes(minutes)));
        }

        assertThat(throttle.tryBegin("gmail.com"))
                .isEqualTo(new NotBefore(start.plus(Duration.ofMinutes(40)), false, Rate.parse("2/h")));
    }

    @Test
    void aClockThatIsSetBackHoldsNothingUp() {
        Throttle throttle = throttle("2/m", Map.of());
        granted(throttle, "gmail.com", 2);

        clock.advance(Duration.ofHours(-1));

        assertThat(throttle.tryBegin("gmail.com"))
                .isEqualTo(new NotBefore(clock.instant().plusSeconds(60), false, Rate.parse("2/m")));
        clock.advance(Duration.ofMinutes(1));
        assertThat(granted(throttle, "gmail.com", 3)).isEqualTo(2);
    }

    @Test
    void domainsWithoutMailOfLateAreForgotten() {
        Throttle throttle = throttle("", Map.of("default", limit("10/m", 2)));

        for (int i = 0; i < 1000; i++) {
            granted(throttle, "clinic" + i + ".example", 1);
            throttle.end("clinic" + i + ".example");
        }
        granted(throttle, "slow.example", 1);
        assertThat(throttle.domains()).isEqualTo(1001);
        clock.advance(Duration.ofMinutes(2));
        granted(throttle, "gmx.de", 1);

        assertThat(throttle.domains()).as("gmx.de, and the one with mail open").isEqualTo(2);
        throttle.end("slow.example");
        assertThat(throttle.domains()).isEqualTo(1);
    }

    @Test
    void domainsThatAreOnlyEverybodysAreNotKept() {
        Throttle throttle = throttle("10/m", Map.of("gmail.com", limit("", 2)));

        granted(throttle, "gmx.de", 1);
        granted(throttle, "gmail.com", 1);
        assertThat(throttle.domains()).isEqualTo(1);
        throttle.end("gmail.com");
        assertThat(throttle.domains()).isZero();
    }

    @Test
    void manyThreadsTogetherKeepTheLimit() {
        Throttle throttle = throttle("5000/d", Map.of("default", limit("", 3)));
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        long begun = IntStream.range(0, 20_000)
                .parallel()
                .filter(i -> throttle.tryBegin("gmail.com") instanceof Granted)
                .peek(i -> {
                    most.accumulateAndGet(open.incrementAndGet(), Math::max);
                    open.decrementAndGet();
                    throttle.end("gmail.com");
                })
                .count();

        assertThat(begun).isLessThanOrEqualTo(5000);
        assertThat(most).hasValueLessThanOrEqualTo(3);
        granted(throttle, "gmail.com", 5000);
        assertThat(throttle.tryBegin("gmx.de")).isInstanceOf(NotBefore.class);
    }

    private Throttle throttle(String rates, Map<String, DomainLimit> perDomain) {
        return new Throttle(Rate.parseAll(rates), perDomain, clock);
    }

    private static DomainLimit limit(String rates, @Nullable Integer connections) {
        return new DomainLimit(Rate.parseAll(rates), connections);
    }

    /** How many of so many messages may begin now. */
    private static int granted(Throttle throttle, String domain, int messages) {
        return (int) IntStream.range(0, messages)
                .filter(i -> throttle.tryBegin(domain) instanceof Granted)
                .count();
    }
}
