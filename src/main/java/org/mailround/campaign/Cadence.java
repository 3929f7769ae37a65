package org.mailround.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * Who is due when an edition of a digest is composed. Somebody who wants it weekly gets every edition; fortnightly, the
 * first one two weeks after theirs, give or take a holiday; monthly, the first one of each month. Whom no edition was
 * planned for yet is due.
 *
 * @param fortnight those whose latest edition was composed before are due again
 * @param month the same for those who want it monthly
 */
public record Cadence(OffsetDateTime fortnight, OffsetDateTime month) {

    /** Joins what is known of a subscriber {@code s} who does not get every edition, as {@code c}. */
    public static final String JOIN = """
             left join cadence c on c.campaign_id = :campaign and c.sandbox = :sandbox and c.subscriber_id = s.id
            """;

    /** A condition on both: the next edition is for them. */
    public static final String IS_DUE = """
            (c.planned_at is null or coalesce(s.frequency, 'weekly') = 'weekly'
             or s.frequency = 'fortnightly' and c.planned_at < :fortnight
             or s.frequency = 'monthly' and c.planned_at < :month)
            """;

    /** Thursday's edition may have gone out on the Monday before, or on the one after. */
    private static final int FORTNIGHT_AT_LEAST = 11;

    /** As things stand at that time. */
    public static Cadence at(Instant composedAt, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(composedAt, zone);
        return new Cadence(
                beginning(today.minusDays(FORTNIGHT_AT_LEAST - 1), zone), beginning(today.withDayOfMonth(1), zone));
    }

    /** What the names in {@link #JOIN} and {@link #IS_DUE} stand for. */
    public Map<String, Object> parameters(Campaign campaign, boolean sandbox) {
        return Map.of("campaign", campaign.id(), "sandbox", sandbox, "fortnight", fortnight, "month", month);
    }

    private static OffsetDateTime beginning(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }
}
