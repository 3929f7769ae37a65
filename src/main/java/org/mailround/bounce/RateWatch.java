package org.mailround.bounce;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.mailround.delivery.Brake;
import org.mailround.delivery.Share;
import org.mailround.judgement.BounceClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks whether unusually much of an edition came back or was complained of. Then it is paused, or where it went out
 * already, staff are told. What was told once is told again when as many more came.
 */
@Component
class RateWatch {

    private static final String FAILURES = """
            select b.bounce_class, count(*) as failures from bounce b join delivery d on d.id = b.delivery_id
            where b.edition_id = ? and d.feedback is not null group by b.bounce_class
            """;

    private final JdbcClient jdbc;
    private final Brake brake;
    private final BounceSettings settings;
    private final Clock clock;

    RateWatch(JdbcClient jdbc, Brake brake, BounceSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.brake = brake;
        this.settings = settings;
        this.clock = clock;
    }

    private record Counts(long failures, long attempts) {

        Counts since(Counts told) {
            return new Counts(failures - told.failures, attempts - told.attempts);
        }

        boolean reach(long least, Share threshold) {
            return failures >= least && threshold.isReachedBy(failures, attempts);
        }
    }

    void look(long edition) {
        Map<BounceClass, Long> failures = failures(edition);
        look(edition, BounceClass.HARD, failures, 20, settings.hardThreshold());
        look(edition, BounceClass.POLICY, failures, 100, settings.policyThreshold());
        look(edition, BounceClass.COMPLAINT, failures, 5, settings.complaintThreshold());
    }

    private Map<BounceClass, Long> failures(long edition) {
        Map<BounceClass, Long> failures = new EnumMap<>(BounceClass.class);
        jdbc.sql(FAILURES).param(edition).query(row -> {
            failures.put(BounceClass.of(row.getString("bounce_class")), row.getLong("failures"));
        });
        return failures;
    }

    /** @param least fewer are nothing unusual, however few were mailed */
    private void look(
            long edition, BounceClass bounceClass, Map<BounceClass, Long> failures, long least, Share threshold) {
        long count = failures.getOrDefault(bounceClass, 0L);
        if (count < least) {
            return;
        }
        Counts counts = new Counts(count, attempts(edition));
        if (counts.since(told(edition, bounceClass)).reach(least, threshold)) {
            brake.pull(edition, sentence(edition, bounceClass, counts));
            tell(edition, bounceClass, counts);
        }
    }

    private long attempts(long edition) {
        return jdbc.sql(
                        "select count(*) from delivery where edition_id = ? and state in ('accepted', 'rejected', 'expired')")
                .param(edition)
                .query(Long.class)
                .single();
    }

    private Counts told(long edition, BounceClass bounceClass) {
        return jdbc.sql("select failures, attempts from bounce_alarm where edition_id = ? and bounce_class = ?")
                .params(edition, bounceClass.label())
                .query((row, number) -> new Counts(row.getLong("failures"), row.getLong("attempts")))
                .optional()
                .orElse(new Counts(0, 0));
    }

    private void tell(long edition, BounceClass bounceClass, Counts counts) {
        jdbc.sql("delete from bounce_alarm where edition_id = ? and bounce_class = ?")
                .params(edition, bounceClass.label())
                .update();
        jdbc.sql("insert into bounce_alarm (edition_id, bounce_class, failures, attempts, raised_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(edition, bounceClass.label(), counts.failures(), counts.attempts(), OffsetDateTime.now(clock))
                .update();
    }

    private static String sentence(long edition, BounceClass bounceClass, Counts counts) {
        String what = switch (bounceClass) {
            case COMPLAINT -> "called spam by their readers";
            case POLICY -> "sent back as spam or by policy, which is no fault of their readers";
            default -> "sent back, as nobody is there any more: is the list an old one?";
        };
        return "Of edition %d, %d of %d mails were %s"
                .formatted(edition, counts.failures(), counts.attempts(), what.endsWith("?") ? what : what + ".");
    }
}
