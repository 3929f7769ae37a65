package org.mailround.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;

/** Schedules as they are written in the database, and as people read them. */
final class ScheduleText {

    private static final String LAST = "last";
    private static final String[] ORDINALS = {"first", "second", "third", "fourth", LAST};

    private ScheduleText() {}

    /** {@code monthly last friday 09:00}, say. */
    static String write(Schedule schedule) {
        if (schedule instanceof Schedule.Weekly weekly) {
            return "weekly %s %s".formatted(lower(weekly.day()), weekly.time());
        }
        if (schedule instanceof Schedule.Fortnightly fortnightly) {
            return "fortnightly %s %s".formatted(fortnightly.first(), fortnightly.time());
        }
        if (schedule instanceof Schedule.MonthlyOnDay monthly) {
            return "monthly %d %s".formatted(monthly.day(), monthly.time());
        }
        Schedule.MonthlyOnWeekday monthly = (Schedule.MonthlyOnWeekday) schedule;
        return "monthly %s %s %s".formatted(ORDINALS[monthly.week() - 1], lower(monthly.day()), monthly.time());
    }

    static Schedule read(String text) {
        String[] words = text.split(" ", -1);
        LocalTime time = LocalTime.parse(words[words.length - 1]);
        return switch (words[0]) {
            case "weekly" -> new Schedule.Weekly(day(words[1]), time);
            case "fortnightly" -> new Schedule.Fortnightly(LocalDate.parse(words[1]), time);
            case "monthly" ->
                words.length == 4
                        ? new Schedule.MonthlyOnWeekday(week(words[1]), day(words[2]), time)
                        : new Schedule.MonthlyOnDay(Integer.parseInt(words[1]), time);
            default -> throw new IllegalArgumentException("no schedule: " + text);
        };
    }

    static String words(Schedule schedule) {
        if (schedule instanceof Schedule.Weekly weekly) {
            return "Every %s at %s".formatted(name(weekly.day()), weekly.time());
        }
        if (schedule instanceof Schedule.Fortnightly fortnightly) {
            return "Every other %s at %s".formatted(name(fortnightly.first().getDayOfWeek()), fortnightly.time());
        }
        if (schedule instanceof Schedule.MonthlyOnDay monthly) {
            return "On day %d of every month at %s".formatted(monthly.day(), monthly.time());
        }
        Schedule.MonthlyOnWeekday monthly = (Schedule.MonthlyOnWeekday) schedule;
        return "On the %s %s of every month at %s"
                .formatted(ORDINALS[monthly.week() - 1], name(monthly.day()), monthly.time());
    }

    private static int week(String ordinal) {
        for (int week = 1; week <= ORDINALS.length; week++) {
            if (ORDINALS[week - 1].equals(ordinal)) {
                return week;
            }
        }
        throw new IllegalArgumentException("no week of a month: " + ordinal);
    }

    private static DayOfWeek day(String name) {
        return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String lower(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
