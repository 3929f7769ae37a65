package org.mailround.report;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.mailround.campaign.Edition;
import org.mailround.delivery.DeliveryState;
import org.mailround.report.Breakdown.Stretch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When an edition's deliveries were settled. */
@Component
class Timelines {

    private static final String BY_MINUTE = """
            select date_trunc('minute', settled_at) as moment, state, count(*) as people from delivery
            where edition_id = ? and settled_at is not null and state in ('accepted', 'rejected', 'expired', 'uncertain')
            group by date_trunc('minute', settled_at), state
            """;

    /** The finest that gives no more of them than one can see. */
    private static final List<Duration> LENGTHS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12));

    private static final int MOST = 120;

    private final JdbcClient jdbc;

    Timelines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Stretch> of(Edition edition) {
        NavigableMap<Instant, Map<DeliveryState, Long>> minutes = new TreeMap<>();
        jdbc.sql(BY_MINUTE).param(edition.id()).query(row -> {
            minutes.computeIfAbsent(
                            row.getObject("moment", OffsetDateTime.class).toInstant(),
                            minute -> new EnumMap<>(DeliveryState.class))
                    .merge(DeliveryState.of(row.getString("state")), row.getLong("people"), Long::sum);
        });
        return minutes.isEmpty() ? List.of() : stretches(minutes);
    }

    private static List<Stretch> stretches(NavigableMap<Instant, Map<DeliveryState, Long>> minutes) {
        Duration whole = Duration.between(minutes.firstKey(), minutes.lastKey());
        Duration length = LENGTHS.stream()
                .filter(it -> whole.dividedBy(it) < MOST)
                .findFirst()
                .orElse(Duration.ofDays(1));
        List<Stretch> stretches = new ArrayList<>();
        for (Instant from = minutes.firstKey(); !from.isAfter(minutes.lastKey()); from = from.plus(length)) {
            stretches.add(stretch(from, length, minutes.subMap(from, from.plus(length))));
        }
        return stretches;
    }

    private static Stretch stretch(Instant from, Duration length, Map<Instant, Map<DeliveryState, Long>> minutes) {
        Map<DeliveryState, Long> sums = new EnumMap<>(DeliveryState.class);
        minutes.values().forEach(states -> states.forEach((state, people) -> sums.merge(state, people, Long::sum)));
        return new Stretch(
                from,
                length,
                sums.getOrDefault(DeliveryState.ACCEPTED, 0L),
                sums.getOrDefault(DeliveryState.REJECTED, 0L) + sums.getOrDefault(DeliveryState.EXPIRED, 0L),
                sums.getOrDefault(DeliveryState.UNCERTAIN, 0L));
    }
}
