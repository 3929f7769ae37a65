package org.mailround.campaign;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailround.campaign.Schedule.Fortnightly;
import org.mailround.campaign.Schedule.MonthlyOnDay;
import org.mailround.campaign.Schedule.MonthlyOnWeekday;
import org.mailround.campaign.Schedule.Weekly;

class ScheduleTests {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime NINE = LocalTime.of(9, 0);

    @Test
    void weeklyIsAtTheSameTimeOfDaySummerAndWinter() {
        assertThat(times(new Weekly(THURSDAY, NINE), "2027-03-20T00:00", LONDON, 2))
                .containsExactly("2027-03-25T09:00", "2027-04-01T09:00");
        assertThat(new Weekly(THURSDAY, NINE).next(Instant.parse("2027-03-25T09:00:00Z"), LONDON))
                .isEqualTo("2027-04-01T08:00:00Z");
    }

    @Test
    void theTimeItselfIsPastAndTheMomentBeforeIsNot() {
        Weekly weekly = new Weekly(THURSDAY, NINE);

        assertThat(weekly.next(Instant.parse("2026-11-26T09:00:00Z"), LONDON)).isEqualTo("2026-12-03T09:00:00Z");
        assertThat(weekly.next(Instant.parse("2026-11-26T08:59:59.999999Z"), LONDON))
                .isEqualTo("2026-11-26T09:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        // clocks go from 01:00 to 02:00 on 28 March 2027, and from 02:00 to 01:00 on 31 October
        "Europe/London,   01:30, 2027-03-28T01:00:00Z, 2027-10-31T00:30:00Z",
        "Europe/London,   01:00, 2027-03-28T01:00:00Z, 2027-10-31T00:00:00Z",
        "Europe/London,   02:00, 2027-03-28T01:00:00Z, 2027-10-31T02:00:00Z",
        "Europe/London,   02:30, 2027-03-28T01:30:00Z, 2027-10-31T02:30:00Z",
        // from 02:00 to 03:00 on 14 March 2027, from 02:00 to 01:00 on 7 November
        "America/New_York, 02:30, 2027-03-14T07:00:00Z, 2027-11-07T07:30:00Z",
        "America/New_York, 01:30, 2027-03-14T06:30:00Z, 2027-11-07T05:30:00Z"
    })
    void atATimeThatIsNotThereItIsAtTheEndOfTheGapAndAtOneThatComesTwiceItIsOnceTheFirst(
            ZoneId zone, LocalTime time, Instant spring, Instant autumn) {
        Weekly weekly = new Weekly(SUNDAY, time);

        assertThat(weekly.next(spring.minusSeconds(1), zone)).isEqualTo(spring);
        assertThat(weekly.next(spring, zone)).isAfter(spring.plusSeconds(6 * 24 * 3600));
        assertThat(weekly.next(autumn.minusSeconds(1), zone)).isEqualTo(autumn);
        assertThat(weekly.next(autumn, zone)).isAfter(autumn.plusSeconds(6 * 24 * 3600));
    }

    @Test
    void fortnightlyCountsFromItsFirstDateAndNotBefore() {
        assertThat(times(new Fortnightly(LocalDate.of(2026, 12, 24), NINE), "2026-11-23T10:00", NEW_YORK, 3))
                .containsExactly("2026-12-24T09:00", "2027-01-07T09:00", "2027-01-21T09:00");
    }

    @Test
    void monthlyOnDay31IsOnTheLastDayOfShorterMonths() {
        assertThat(times(new MonthlyOnDay(31, NINE), "2027-12-31T09:00", LONDON, 4))
                .containsExactly("2028-01-31T09:00", "2028-02-29T09:00", "2028-03-31T09:00", "2028-04-30T09:00");
    }

    @Test
    void monthlyOnAWeekdayIsOnThatOneOfTheMonth() {
        assertThat(times(new MonthlyOnWeekday(1, FRIDAY, NINE), "2027-01-01T10:00", LONDON, 2))
                .containsExactly("2027-02-05T09:00", "2027-03-05T09:00");
        assertThat(times(new MonthlyOnWeekday(MonthlyOnWeekday.LAST, FRIDAY, NINE), "2027-01-01T10:00", LONDON, 4))
                .containsExactly("2027-01-29T09:00", "2027-02-26T09:00", "2027-03-26T09:00", "2027-04-30T09:00");
    }

    @Test
    void aDayThatNoMonthHasIsRefused() {
        assertThatThrownBy(() -> new MonthlyOnDay(32, NINE)).hasMessageContaining("choose one from 1 to 31");
        assertThatThrownBy(() -> new MonthlyOnWeekday(6, FRIDAY, NINE)).hasMessageContaining("or the last");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weekly thursday 09:00",
                "fortnightly 2026-11-26 09:30",
                "monthly 31 00:00",
                "monthly first monday 23:59",
                "monthly last friday 09:00:30"
            })
    void whatIsWrittenIsReadAsTheSame(String text) {
        assertThat(ScheduleText.write(ScheduleText.read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "weekly thursday 09:00, Every Thursday at 09:00",
        "fortnightly 2026-11-26 09:30, Every other Thursday at 09:30",
        "monthly 31 00:00, On day 31 of every month at 00:00",
        "monthly last friday 09:00, On the last Friday of every month at 09:00"
    })
    void peopleReadItInWords(String text, String words) {
        assertThat(ScheduleText.read(text).words()).isEqualTo(words);
    }

    private static List<String> times(Schedule schedule, String after, ZoneId zone, int count) {
        List<String> times = new ArrayList<>();
        Instant time = LocalDateTime.parse(after).atZone(zone).toInstant();
        for (int i = 0; i < count; i++) {
            time = schedule.next(time, zone);
            times.add(time.atZone(zone).toLocalDateTime().toString());
        }
        return times;
    }
}
