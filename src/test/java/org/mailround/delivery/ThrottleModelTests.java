package org.mailround.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.SettableClock;
import org.mailround.delivery.Permit.Busy;
import org.mailround.delivery.Permit.Granted;
import org.mailround.delivery.Permit.NotBefore;

/** Whatever is asked in whatever order and at whatever times: checked against a model that forgets nothing. */
class ThrottleModelTests {

    /** A message that was begun. */
    record Begun(String domain, Instant at) {}

    static final List<String> DOMAINS = List.of("gmail.com", "gmx.de", "web.de", "clinic.example");
    static final List<Rate> RATES = Rate.parseAll("7/s,40/m");
    static final DomainLimit EVERY_OTHER = new DomainLimit(Rate.parseAll("1/s,100/h"), null);
    static final Map<String, DomainLimit> PER_DOMAIN = Map.of(
            "gmail.com", new DomainLimit(Rate.parseAll("2/s,15/m"), 3),
            "gmx.de", new DomainLimit(List.of(), 2),
            "clinic.example", new DomainLimit(List.of(), null),
            "default", EVERY_OTHER);

    final SettableClock clock = new SettableClock();
    final Throttle throttle = new Throttle(RATES, PER_DOMAIN, clock);
    final List<Begun> begun = new ArrayList<>();
    final List<String> open = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noWindowEverHoldsMoreThanItsCountAndNoPlaceIsLeftEmpty(long seed) {
        Random random = new Random(seed);
        remember(random);
        for (int step = 0; step < 4000; step++) {
            clock.advance(pause(random));
            if (!open.isEmpty() && random.nextInt(3) == 0) {
                throttle.end(open.remove(random.nextInt(open.size())));
            } else {
                ask(DOMAINS.get(random.nextInt(DOMAINS.size())));
            }
        }
        assertThat(begun).hasSizeGreaterThan(100);
        assertLimitsWereKept();
    }

    private void remember(Random random) {
        Instant at = clock.instant().minus(Duration.ofHours(2));
        // slowly enough for every limit to have been kept
        while (at.isBefore(clock.instant())) {
            String domain = DOMAINS.get(random.nextInt(DOMAINS.size()));
            throttle.remember(domain, at);
            begun.add(new Begun(domain, at));
            at = at.plusSeconds(60 + random.nextInt(120));
        }
    }

    /** Mostly none or short, so that windows fill; seldom so long that they empty. */
    private static Duration pause(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> Duration.ofMillis(random.nextInt(70_000));
            case 1, 2, 3, 4 -> Duration.ofNanos(random.nextInt(900_000_000));
            case 5 -> Duration.ofMillis(500);
            default -> Duration.ZERO;
        };
    }

    private void ask(String domain) {
        Permit permit = throttle.tryBegin(domain);

        Instant everybody = freeAt(RATES, message -> true);
        Instant own = freeAt(limit(domain).rates(), message -> message.domain().equals(domain));
        if (permit instanceof Granted) {
            assertThat(everybody).isEqualTo(clock.instant());
            assertThat(own).isEqualTo(clock.instant());
            begun.add(new Begun(domain, clock.instant()));
            open.add(domain);
            assertThat(openOf(domain)).isLessThanOrEqualTo(connections(domain));
        } else if (permit instanceof NotBefore notBefore) {
            assertThat(notBefore.ofDomain()).isEqualTo(!everybody.isAfter(clock.instant()));
            assertThat(notBefore.when()).isAfter(clock.instant()).isEqualTo(notBefore.ofDomain() ? own : everybody);
        } else {
            assertThat(permit).isInstanceOf(Busy.class);
            assertThat(openOf(domain)).isEqualTo(connections(domain));
        }
    }

    /** The earliest moment at which one more message leaves no window of these rates too full. */
    private Instant freeAt(List<Rate> rates, Predicate<Begun> counted) {
        List<Instant> moments =
                begun.stream().filter(counted).map(Begun::at).sorted().toList();
        return Stream.concat(
                        Stream.of(clock.instant()),
                        rates.stream()
                                .filter(rate -> moments.size() >= rate.count())
                                .map(rate -> moments.get(moments.size() - rate.count())
                                        .plus(rate.window())))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private void assertLimitsWereKept() {
        assertKept(RATES, begun);
        for (String domain : DOMAINS) {
            List<Begun> own = begun.stream()
                    .filter(message -> message.domain().equals(domain))
                    .toList();
            assertKept(limit(domain).rates(), own);
        }
    }

    /** In the stretch that begins with each message, its end not counted, there are no more than may be. */
    private static void assertKept(List<Rate> rates, List<Begun> messages) {
        for (Rate rate : rates) {
            for (Begun first : messages) {
                Instant end = first.at().plus(rate.window());
                assertThat(messages.stream()
                                .filter(message -> !message.at().isBefore(first.at())
                                        && message.at().isBefore(end)))
                        .hasSizeLessThanOrEqualTo(rate.count());
            }
        }
    }

    private int openOf(String domain) {
        return Collections.frequency(open, domain);
    }

    private static int connections(String domain) {
        Integer connections = limit(domain).connections();
        return connections == null ? Integer.MAX_VALUE : connections;
    }

    private static DomainLimit limit(String domain) {
        return PER_DOMAIN.getOrDefault(domain, EVERY_OTHER);
    }
}
