package org.mailround.notice;

import java.util.Optional;
import org.mailround.campaign.Campaigns;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.Editions;
import org.mailround.delivery.DeliveryState;
import org.mailround.delivery.Ledger;
import org.springframework.stereotype.Component;

/** Ends notices whose reason is gone: people decide in other processes, too, and the database knows what they did. */
@Component
class Sweep {

    private final NoticeTable notices;
    private final Campaigns campaigns;
    private final Editions editions;
    private final Ledger ledger;

    Sweep(NoticeTable notices, Campaigns campaigns, Editions editions, Ledger ledger) {
        this.notices = notices;
        this.campaigns = campaigns;
        this.editions = editions;
        this.ledger = ledger;
    }

    void sweep() {
        for (Notice notice : notices.lasting()) {
            if (isOver(notice)) {
                notices.end(notice.id());
            }
        }
    }

    private boolean isOver(Notice notice) {
        return switch (notice.kind()) {
            case DIGEST_HELD -> hasEditionSince(notice);
            case EDITION_PAUSED ->
                edition(notice).map(it -> it.state() != EditionState.PAUSED).orElse(true);
            case APPROVAL_WANTED ->
                edition(notice)
                        .map(it -> it.state() != EditionState.AWAITING_APPROVAL)
                        .orElse(true);
            case UNCERTAIN ->
                edition(notice)
                        .map(it -> ledger.count(it, DeliveryState.UNCERTAIN) == 0)
                        .orElse(true);
            // those who told of these tell of their end
            case DIGEST_SKIPPED,
                    FEEDBACK_UNUSUAL,
                    MAIL_SET_ASIDE,
                    BROKEN_OFF,
                    SOURCE_BROKEN,
                    RELAY_PAUSED,
                    TASK_FAILED -> false;
        };
    }

    private boolean hasEditionSince(Notice notice) {
        return campaigns
                .find(notice.subject())
                .flatMap(campaign -> editions.find(editions.latestOf(campaign)))
                .filter(latest -> latest.composedAt().isAfter(notice.createdAt()))
                .isPresent();
    }

    private Optional<Edition> edition(Notice notice) {
        return editions.find(Long.parseLong(notice.subject()));
    }
}
