package org.mailround.campaign;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;

/**
 * A rule of days, and a time of day on the clinic's own clock. Where clocks are set forward over that time, it goes out at
 * the first moment after the gap; where they are set back over it, once, at the first of the two.
 */
public sealed interface Schedule {

    /** Once a week. */
    record Weekly(DayOfWeek day, LocalTime time) implements Schedule {

        @Override
        public boolean isOn(LocalDate date) {
            return date.getDayOfWeek() == day;
        }
    }

    /**
     * Every second week.
     *
     * @param first the date on which it begins, and the day of the week
     */
    record Fortnightly(LocalDate first, LocalTime time) implements Schedule {

        private static final int DAYS = 14;

        @Override
        public boolean isOn(LocalDate date) {
            return !date.isBefore(first) && ChronoUnit.DAYS.between(first, date) % DAYS == 0;
        }
    }

    /**
     * Once a month, on that day of it.
     *
     * @param day 1 to 31; a shorter month's last day stands in for a day that it does not have
     */
    record MonthlyOnDay(int day, LocalTime time) implements Schedule {

        public MonthlyOnDay {
            if (day < 1 || day > 31) {
                throw new IllegalArgumentException("Day %d is in no month: choose one from 1 to 31.".formatted(day));
            }
        }

        @Override
        public boolean isOn(LocalDate date) {
            return date.getDayOfMonth() == Math.min(day, date.lengthOfMonth());
        }
    }

    /**
     * Once a month, on its first Friday, say.
     *
     * @param week 1 to 4, or {@link #LAST}
     */
    record MonthlyOnWeekday(int week, DayOfWeek day, LocalTime time) implements Schedule {

        /** The last one of the month, be it the fourth or the fifth. */
        public static final int LAST = 5;

        public MonthlyOnWeekday {
            if (week < 1 || week > LAST) {
                throw new IllegalArgumentException(
                        "Not every month has a weekday number %d: choose 1 to 4, or the last.".formatted(week));
            }
        }

        @Override
        public boolean isOn(LocalDate date) {
            return date.equals(date.with(
                    week == LAST ? TemporalAdjusters.lastInMonth(day) : TemporalAdjusters.dayOfWeekInMonth(week, day)));
        }
    }

    /** On the clinic's clock. */
    LocalTime time();

    /** Whether it goes out on that date. */
    boolean isOn(LocalDate date);

    /** The first moment after that one at which it goes out. */
    default Instant next(Instant after, ZoneId zone) {
        LocalDate date = after.atZone(zone).toLocalDate();
        if (this instanceof Fortnightly fortnightly && fortnightly.first().isAfter(date)) {
            date = fortnightly.first();
        }
        while (true) {
            if (isOn(date)) {
                Instant moment = moment(date, zone);
                if (moment.isAfter(after)) {
                    return moment;
                }
            }
            date = date.plusDays(1);
        }
    }

    private Instant moment(LocalDate date, ZoneId zone) {
        return moment(date.atTime(time()), zone);
    }

    /** The moment at which clocks show that: after a gap where they never do, the first where they do twice. */
    static Instant moment(LocalDateTime time, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(time);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : time.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** In words, for people: {@code Every other Thursday at 09:00}. */
    default String words() {
        return ScheduleText.words(this);
    }
}
