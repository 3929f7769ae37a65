package org.mailround.batch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailround.Database;
import org.mailround.campaign.Campaign;
import org.mailround.campaign.Campaigns;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.campaign.Occasion;
import org.mailround.campaign.OccasionState;
import org.mailround.campaign.Occasions;
import org.mailround.campaign.Schedule;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A year of digests, two processes that look at once, clocks that are set forward and back, and times without power. */
class YearTests {

    private static final Duration LATE = Duration.ofHours(6);

    /** A schedule, and what this test takes it to mean. */
    private record Rule(Schedule schedule, Predicate<LocalDate> isOn) {}

    /** No process runs. */
    private record Downtime(Instant from, Instant until) {

        boolean has(Instant time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }

    private final Map<String, Rule> rules = new TreeMap<>();
    private final List<Downtime> downtimes = new ArrayList<>();
    private int articles;

    @ParameterizedTest
    @CsvSource({
        "H2, Europe/London, 2026-11-23, 2027-11-23",
        "POSTGRESQL, America/New_York, 2026-11-23, 2027-11-23",
        "H2, America/New_York, 2027-10-25, 2027-11-15",
        "POSTGRESQL, Europe/London, 2027-03-20, 2027-04-05"
    })
    void eachEditionGoesOutExactlyOnceAtTheRightLocalTime(
            Database database, ZoneId zone, LocalDate from, LocalDate until, @TempDir Path home) {
        Instant start = from.atTime(12, 0).atZone(zone).toInstant();
        decide(from);
        breakDown(from.atTime(12, 0), zone);
        Map<String, List<Instant>> expected = rules.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, rule -> times(rule.getValue(), from, until, zone, start)));
        String url = database.url();
        try (RoundFixture one = new RoundFixture(url, database.user(), home, 1, "mailround.clinic.zone=" + zone);
                RoundFixture two = new RoundFixture(url, database.user(), home, 1, "mailround.clinic.zone=" + zone)) {
            set(start, one, two);
            setUp(one);

            live(new TreeSet<>(expected.values().stream().flatMap(List::stream).toList()), home, one, two);

            assertThat(one.relay.kept().size() + two.relay.kept().size()).isEqualTo(check(expected, zone, one));
        }
    }

    private void decide(LocalDate from) {
        LocalDate first = from.with(TemporalAdjusters.next(DayOfWeek.TUESDAY)).plusDays(7);
        rules.put("weekly-digest", weekly(DayOfWeek.THURSDAY, LocalTime.of(9, 0)));
        rules.put("sunday-0130", weekly(DayOfWeek.SUNDAY, LocalTime.of(1, 30)));
        rules.put("sunday-0230", weekly(DayOfWeek.SUNDAY, LocalTime.of(2, 30)));
        rules.put(
                "fortnightly",
                new Rule(
                        new Schedule.Fortnightly(first, LocalTime.of(9, 0)),
                        date -> !date.isBefore(first) && ChronoUnit.DAYS.between(first, date) % 14 == 0));
        rules.put(
                "month-31",
                new Rule(
                        new Schedule.MonthlyOnDay(31, LocalTime.of(9, 0)),
                        date -> date.plusDays(1).getDayOfMonth() == 1));
        rules.put(
                "last-friday",
                new Rule(
                        new Schedule.MonthlyOnWeekday(
                                Schedule.MonthlyOnWeekday.LAST, DayOfWeek.FRIDAY, LocalTime.of(9, 0)),
                        date -> date.getDayOfWeek() == DayOfWeek.FRIDAY
                                && date.plusDays(7).getMonth() != date.getMonth()));
    }

    private static Rule weekly(DayOfWeek day, LocalTime time) {
        return new Rule(new Schedule.Weekly(day, time), date -> date.getDayOfWeek() == day);
    }

    /** Three hours of a Thursday morning, nine of another, and three weeks. */
    private void breakDown(LocalDateTime start, ZoneId zone) {
        LocalDateTime thursday =
                start.with(TemporalAdjusters.next(DayOfWeek.THURSDAY)).with(LocalTime.of(8, 30));
        down(thursday, Duration.ofHours(3), zone);
        down(thursday.plusWeeks(1), Duration.ofHours(9), zone);
        down(thursday.plusWeeks(20), Duration.ofDays(22), zone);
    }

    private void down(LocalDateTime from, Duration length, ZoneId zone) {
        Instant begin = from.atZone(zone).toInstant();
        downtimes.add(new Downtime(begin, begin.plus(length)));
    }

    private static List<Instant> times(Rule rule, LocalDate from, LocalDate until, ZoneId zone, Instant start) {
        return from.datesUntil(until)
                .filter(rule.isOn())
                .map(date -> moment(date.atTime(rule.schedule().time()), zone))
                .filter(time -> time.isAfter(start))
                .toList();
    }

    /** In a gap, minute by minute to its end; of two moments, the first. */
    private static Instant moment(LocalDateTime time, ZoneId zone) {
        LocalDateTime valid = time;
        while (zone.getRules().getValidOffsets(valid).isEmpty()) {
            valid = valid.plusMinutes(1);
        }
        return valid.toInstant(zone.getRules().getValidOffsets(valid).get(0));
    }

    private void setUp(RoundFixture one) {
        Campaigns campaigns = one.house.get(Campaigns.class);
        campaigns.named("weekly-digest");
        rules.forEach((name, rule) -> {
            if (campaigns.find(name).isEmpty()) {
                one.house
                        .get(JdbcClient.class)
                        .sql("insert into campaign (name, kind, title, template, max_articles, created_at)"
                                + " values (?, 'digest', ?, 'digest', 8, current_timestamp)")
                        .params(name, name)
                        .update();
                one.house.get(Occasions.class).schedule(campaigns.named(name), rule.schedule());
            }
        });
    }

    private void live(TreeSet<Instant> times, Path home, RoundFixture one, RoundFixture two) {
        for (Downtime downtime : downtimes) {
            if (downtime.until().isBefore(times.last())) {
                times.add(downtime.until());
            }
        }
        for (Instant time : times) {
            publish(home, one);
            if (downtimes.stream().noneMatch(it -> it.has(time))) {
                lookAt(time.minusSeconds(1), one, two);
                lookAt(time.plusSeconds(articles % 10), one, two);
            }
        }
    }

    private void publish(Path home, RoundFixture one) {
        try (Stream<Path> files = Files.list(home.resolve("articles"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        articles++;
        one.house.article(
                "article-%d.txt".formatted(articles), "Article %d\n\nText %d.\n".formatted(articles, articles));
    }

    private static void lookAt(Instant time, RoundFixture one, RoundFixture two) {
        set(time, one, two);
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(one.house.get(Firing.class)::look),
                        CompletableFuture.runAsync(two.house.get(Firing.class)::look))
                .join();
        for (RoundFixture it : List.of(one, two)) {
            assertThat(it.house.get(Background.class).isQuietWithin(Duration.ofMinutes(1)))
                    .isTrue();
        }
    }

    private static void set(Instant time, RoundFixture one, RoundFixture two) {
        one.house.clock().set(time);
        two.house.clock().set(time);
    }

    /** Returns how many editions there are. */
    private int check(Map<String, List<Instant>> expected, ZoneId zone, RoundFixture one) {
        Map<String, List<Occasion>> occasions = one.house.get(Occasions.class).latest(10_000).stream()
                .collect(groupingBy(it -> it.campaign().name()));
        int editions = 0;
        for (Map.Entry<String, List<Instant>> campaign : expected.entrySet()) {
            List<Instant> times = campaign.getValue();
            List<Occasion> came = new ArrayList<>(occasions.getOrDefault(campaign.getKey(), List.of()));
            Collections.reverse(came);
            assertThat(came).as(campaign.getKey()).extracting(Occasion::dueAt).containsExactlyElementsOf(times);
            for (int i = 0; i < came.size(); i++) {
                assertThat(came.get(i).state())
                        .as(campaign.getKey() + " " + came.get(i).dueAt().atZone(zone))
                        .isEqualTo(state(times, i));
            }
            editions += checkEditions(came, one);
        }
        assertThat(one.house.get(Editions.class).latest().orElseThrow().id()).isEqualTo(editions);
        return editions;
    }

    /** The latest of those that a downtime covers is late or too late, and the next decides about it in the end. */
    private OccasionState state(List<Instant> times, int index) {
        Instant time = times.get(index);
        Downtime downtime =
                downtimes.stream().filter(it -> it.has(time)).findFirst().orElse(null);
        if (downtime == null) {
            return OccasionState.COMPOSED;
        }
        boolean isLast = index == times.size() - 1;
        if (!isLast && downtime.has(times.get(index + 1))) {
            return OccasionState.LEFT_OUT;
        }
        if (Duration.between(time, downtime.until()).compareTo(LATE) < 0) {
            return OccasionState.COMPOSED;
        }
        return isLast ? OccasionState.HELD : OccasionState.LEFT_OUT;
    }

    private int checkEditions(List<Occasion> came, RoundFixture one) {
        List<Long> ids = new ArrayList<>();
        for (Occasion occasion : came) {
            Long id = occasion.edition();
            if (id != null) {
                ids.add(id);
                Edition edition = one.house.get(Editions.class).get(id);
                Campaign campaign = edition.campaign();
                assertThat(campaign.name()).isEqualTo(occasion.campaign().name());
                assertThat(Duration.between(occasion.dueAt(), edition.composedAt()))
                        .as(campaign.name() + " " + occasion.dueAt())
                        .isBetween(
                                Duration.ZERO,
                                downtimes.stream().anyMatch(it -> it.has(occasion.dueAt()))
                                        ? LATE
                                        : Duration.ofSeconds(10));
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
        return ids.size();
    }
}
