package org.mailround.admin.campaigns;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.mailround.admin.Complaint;
import org.mailround.campaign.Schedule;

/**
 * A schedule as it is chosen on a page, where the fields of all rules stand beside each other.
 *
 * @param rule {@code weekly}, {@code fortnightly}, {@code monthly-day} or {@code monthly-weekday}; or {@code none}
 * @param day for a weekly one
 * @param first when a fortnightly one begins
 * @param dayOfMonth 1 to 31
 * @param week 1 to 4, or 5 for the last of the month
 * @param weekday with the week
 */
record ScheduleForm(
        @Nullable String rule,
        @Nullable DayOfWeek day,
        @Nullable LocalDate first,
        @Nullable Integer dayOfMonth,
        @Nullable Integer week,
        @Nullable DayOfWeek weekday,
        @Nullable LocalTime time) {

    static final String NONE = "none";

    /** How a page shows a schedule; what a rule does not have stands at a sensible choice. */
    static ScheduleForm of(@Nullable Schedule schedule, LocalDate today) {
        ScheduleForm usual =
                new ScheduleForm(NONE, DayOfWeek.THURSDAY, today, 1, 1, DayOfWeek.THURSDAY, LocalTime.of(9, 0));
        if (schedule instanceof Schedule.Weekly it) {
            return new ScheduleForm("weekly", it.day(), today, 1, 1, it.day(), it.time());
        }
        if (schedule instanceof Schedule.Fortnightly it) {
            return new ScheduleForm(
                    "fortnightly", it.first().getDayOfWeek(), it.first(), 1, 1, usual.weekday, it.time());
        }
        if (schedule instanceof Schedule.MonthlyOnDay it) {
            return new ScheduleForm("monthly-day", usual.day, today, it.day(), 1, usual.weekday, it.time());
        }
        if (schedule instanceof Schedule.MonthlyOnWeekday it) {
            return new ScheduleForm("monthly-weekday", it.day(), today, 1, it.week(), it.day(), it.time());
        }
        return usual;
    }

    /** Whether it goes out by itself at all. */
    boolean isOff() {
        return NONE.equals(rule);
    }

    /** @throws Complaint if a field of the chosen rule is empty */
    Schedule schedule() {
        LocalTime at = chosen(time, "the time");
        return switch (String.valueOf(rule)) {
            case "weekly" -> new Schedule.Weekly(chosen(day, "the day"), at);
            case "fortnightly" -> new Schedule.Fortnightly(chosen(first, "the first date"), at);
            case "monthly-day" -> new Schedule.MonthlyOnDay(chosen(dayOfMonth, "the day of the month"), at);
            case "monthly-weekday" ->
                new Schedule.MonthlyOnWeekday(chosen(week, "the week"), chosen(weekday, "the day"), at);
            default -> throw new Complaint("Choose when it goes out.");
        };
    }

    private static <T> T chosen(@Nullable T value, String what) {
        if (value == null) {
            throw new Complaint("Choose %s, too.".formatted(what));
        }
        return value;
    }
}
