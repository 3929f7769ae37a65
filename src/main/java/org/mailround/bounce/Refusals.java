package org.mailround.bounce;

import java.util.List;
import java.util.Objects;
import org.mailround.delivery.Brake;
import org.mailround.delivery.DeliveryState;
import org.mailround.delivery.Feedback;
import org.mailround.delivery.TakeBack;
import org.mailround.judgement.BounceClass;
import org.mailround.judgement.Judge;
import org.mailround.judgement.Judgement;
import org.mailround.rfc.SmtpReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges what relays said to those whom they refused, for good or until the deadline, as a report on them would be. Whoever
 * was refused with no word from the relay has no part in it.
 */
@Component
public class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private static final int CHUNK = 500;

    private static final String UNJUDGED = """
            select d.id, d.state, d.reply_code, d.reply_status, d.reply_text from delivery d
            where d.edition_id = ? and d.state in ('rejected', 'expired') and d.reply_code is not null and d.id > ?
              and not exists (select 1 from bounce b where b.delivery_id = d.id and b.judged_at >= d.settled_at)
            order by d.id fetch first ? rows only
            """;

    /** A relay that knows nobody any more is ill: that is not to cost a clinic its list. */
    private static final long MANY = 10;

    private final JdbcClient jdbc;
    private final Feedback feedback;
    private final Bounces bounces;
    private final Consequences consequences;
    private final Brake brake;
    private final TakeBack takeBack;
    private final TransactionTemplate transaction;

    Refusals(
            JdbcClient jdbc,
            Feedback feedback,
            Bounces bounces,
            Consequences consequences,
            Brake brake,
            TakeBack takeBack,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.feedback = feedback;
        this.bounces = bounces;
        this.consequences = consequences;
        this.brake = brake;
        this.takeBack = takeBack;
        this.transaction = transaction;
    }

    private record Refusal(long delivery, Judgement judgement) {

        boolean isHard() {
            return judgement.bounceClass() == BounceClass.HARD;
        }
    }

    /** Those of one edition. May be repeated: each is judged once. */
    public void judge(long edition) {
        int judged = 0;
        long hard = 0;
        long after = 0;
        boolean isIll = false;
        List<Refusal> chunk;
        do {
            chunk = unjudged(edition, after);
            long more = chunk.stream().filter(Refusal::isHard).count();
            isIll |= more > 0 && isRelayIll(edition, more);
            for (Refusal refusal : chunk) {
                judge(refusal, isIll);
                after = refusal.delivery();
            }
            judged += chunk.size();
            hard += more;
        } while (chunk.size() == CHUNK);
        if (judged > 0) {
            log.info("Edition {}: {} refusals were judged, {} of them hard", edition, judged, hard);
        }
        if (isIll) {
            takeBack.ofRefusals(edition);
            brake.pull(
                    edition,
                    ("The relay refused more than half of edition %d as unknown. That is more likely a fault of the"
                                    + " relay, so nobody was suppressed for it.")
                            .formatted(edition));
        }
    }

    private List<Refusal> unjudged(long edition, long after) {
        return jdbc.sql(UNJUDGED)
                .params(edition, after, CHUNK)
                .query((row, number) -> new Refusal(
                        row.getLong("id"),
                        Judge.ofReply(new SmtpReply(
                                row.getInt("reply_code"),
                                row.getString("reply_status"),
                                Objects.requireNonNullElse(row.getString("reply_text"), "")))))
                .list();
    }

    /** @param more hard ones that are not noted yet */
    private boolean isRelayIll(long edition, long more) {
        long hard = more
                + jdbc.sql("select count(*) from bounce b join delivery d on d.id = b.delivery_id"
                                + " where b.edition_id = ? and b.bounce_class = 'hard' and d.state = 'rejected'")
                        .param(edition)
                        .query(Long.class)
                        .single();
        return hard >= MANY
                && 2 * hard
                        > jdbc.sql("select count(*) from delivery where edition_id = ?"
                                        + " and state in ('accepted', 'rejected', 'expired')")
                                .param(edition)
                                .query(Long.class)
                                .single();
    }

    private void judge(Refusal refusal, boolean isRelayIll) {
        transaction.executeWithoutResult(status -> feedback.addressee(refusal.delivery())
                .filter(it -> it.state() == DeliveryState.REJECTED || it.state() == DeliveryState.EXPIRED)
                .ifPresent(addressee -> {
                    bounces.replace(addressee, refusal.judgement());
                    if (!(isRelayIll && refusal.isHard())) {
                        consequences.follow(addressee, refusal.judgement());
                    }
                }));
    }
}
