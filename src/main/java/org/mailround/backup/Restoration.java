package org.mailround.backup;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.campaign.RestoredCampaigns;
import org.mailround.delivery.RestoredLedger;
import org.mailround.notice.RestoredMails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes a database safe that came back from a backup. The house that it was taken from may have gone on, and what it sent
 * since is not known here: so nothing goes out by itself, and everybody who was outstanding is uncertain.
 */
@Component
public class Restoration {

    private static final Logger log = LoggerFactory.getLogger(Restoration.class);

    private final JdbcClient jdbc;
    private final RestoredCampaigns campaigns;
    private final RestoredLedger ledger;
    private final RestoredMails mails;
    private final Clock clock;

    Restoration(JdbcClient jdbc, RestoredCampaigns campaigns, RestoredLedger ledger, RestoredMails mails, Clock clock) {
        this.jdbc = jdbc;
        this.campaigns = campaigns;
        this.ledger = ledger;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * An edition about which a person must decide.
     *
     * @param uncertain how many of its recipients may have got it since
     */
    public record Doubt(long edition, int uncertain) {}

    /**
     * Does it. May be repeated: where it was broken off, it is done again.
     *
     * @param takenAt when the backup was taken; null where that is not known
     * @return the editions that were not finished then
     */
    public List<Doubt> makeSafe(@Nullable Instant takenAt) {
        campaigns.hold();
        ledger.forgetOwners();
        List<Doubt> doubts = new ArrayList<>();
        for (Edition edition : campaigns.unfinished()) {
            doubts.add(new Doubt(edition.id(), ledger.doubt(edition)));
        }
        int mailsGivenUp = mails.giveUp();
        jdbc.sql("insert into restoration (taken_at, restored_at) values (?, ?)")
                .param(takenAt == null ? null : takenAt.atOffset(ZoneOffset.UTC))
                .param(OffsetDateTime.now(clock))
                .update();
        log.info(
                "Came back from a backup: {} editions are paused, {} single mails given up",
                doubts.size(),
                mailsGivenUp);
        return List.copyOf(doubts);
    }
}
