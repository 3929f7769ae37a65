package org.mailround.bounce;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailround.delivery.Addressee;
import org.mailround.delivery.DeliveryState;
import org.mailround.judgement.BounceClass;
import org.mailround.judgement.Judgement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What deliveries came to that failed or were complained of: of each the weightiest. */
@Repository
class Bounces {

    /** From the lightest. */
    private static final List<BounceClass> WEIGHT =
            List.of(BounceClass.UNKNOWN, BounceClass.POLICY, BounceClass.SOFT, BounceClass.HARD, BounceClass.COMPLAINT);

    /** Longer words say no more. */
    private static final int LONGEST = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Bounces(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Notes it, unless a report before weighs as much. What a relay said before it took the mail after all counts no more.
     * The caller has locked the delivery.
     */
    @Transactional
    public void note(Addressee addressee, Judgement judgement) {
        BounceClass before = jdbc.sql("select bounce_class from bounce where delivery_id = ?")
                .param(addressee.deliveryId())
                .query(String.class)
                .optional()
                .map(BounceClass::of)
                .orElse(null);
        boolean isStale = addressee.state() == DeliveryState.ACCEPTED && !addressee.hasFeedback();
        if (before == null || isStale || WEIGHT.indexOf(judgement.bounceClass()) > WEIGHT.indexOf(before)) {
            replace(addressee, judgement);
        }
    }

    /** Notes it in the place of whatever was noted. */
    @Transactional
    public void replace(Addressee addressee, Judgement judgement) {
        jdbc.sql("delete from bounce where delivery_id = ?")
                .param(addressee.deliveryId())
                .update();
        insert(addressee, judgement);
    }

    private void insert(Addressee addressee, Judgement judgement) {
        jdbc.sql("""
                insert into bounce (delivery_id, edition_id, bounce_class, reason, status, diagnostic, judged_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(Stream.<@Nullable Object>of(
                                addressee.deliveryId(),
                                addressee.editionId(),
                                judgement.bounceClass().label(),
                                judgement.reason(),
                                judgement.status(),
                                cut(judgement.diagnostic()),
                                judgedAt(addressee))
                        .toList())
                .update();
    }

    /** Never before it was settled, whichever clocks there are: by that it is known whether it was judged since. */
    private OffsetDateTime judgedAt(Addressee addressee) {
        Instant now = clock.instant();
        Instant settled = addressee.settledAt();
        return (settled != null && settled.isAfter(now) ? settled : now).atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String cut(@Nullable String diagnostic) {
        if (diagnostic == null) {
            return null;
        }
        // PostgreSQL refuses NUL, and no other control is of use either
        String line = diagnostic.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST));
    }

    /**
     * Whether this edition and so many before it that were tried for somebody all failed in a way that may pass, over that time and
     * none of them before staff last let mail go to them again.
     */
    boolean isSoftInARow(Addressee addressee, BounceSettings settings, @Nullable OffsetDateTime since) {
        List<Past> past = jdbc.sql("""
                        select d.settled_at, b.bounce_class from edition e
                        join delivery d on d.edition_id = e.id and d.canonical = :canonical
                        left join bounce b on b.delivery_id = d.id and (d.feedback is not null or d.state <> 'accepted')
                        where e.id <= :edition and d.state in ('accepted', 'rejected', 'expired')
                        order by e.id desc fetch first :editions rows only
                        """)
                .param("canonical", Objects.requireNonNull(addressee.address()).canonical())
                .param("edition", addressee.editionId())
                .param("editions", settings.softEditions())
                .query((row, number) ->
                        new Past(row.getObject("settled_at", OffsetDateTime.class), row.getString("bounce_class")))
                .list();
        return past.size() == settings.softEditions()
                && past.stream().allMatch(it -> "soft".equals(it.bounceClass()))
                && !past.get(past.size() - 1)
                        .settledAt()
                        .isAfter(past.get(0).settledAt().minus(settings.softSpan()))
                && (since == null
                        || past.stream().noneMatch(it -> it.settledAt().isBefore(since)));
    }

    private record Past(OffsetDateTime settledAt, @Nullable String bounceClass) {}
}
