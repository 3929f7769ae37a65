package org.mailround.notice;

import java.util.Set;
import java.util.stream.Collectors;
import org.mailround.article.BrokenSource;
import org.mailround.article.SourcesCollected;
import org.mailround.bounce.MailSetAside;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionAwaits;
import org.mailround.campaign.Editions;
import org.mailround.campaign.OccasionDecided;
import org.mailround.campaign.OccasionHeld;
import org.mailround.campaign.OccasionSkipped;
import org.mailround.clinic.Clinic;
import org.mailround.delivery.DeliveryState;
import org.mailround.delivery.EditionPaused;
import org.mailround.delivery.EditionReleased;
import org.mailround.delivery.FeedbackUnusual;
import org.mailround.delivery.Ledger;
import org.mailround.delivery.OwnerRecovered;
import org.mailround.delivery.RelayAnswered;
import org.mailround.delivery.RelayPaused;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes notices of what other rooms tell. */
@Component
class Newsroom {

    /** Before whoever mails them. */
    static final int FIRST = 0;

    private final NoticeTable notices;
    private final SourceFailures failures;
    private final AlertSettings settings;
    private final Editions editions;
    private final Ledger ledger;
    private final Clinic clinic;

    Newsroom(
            NoticeTable notices,
            SourceFailures failures,
            AlertSettings settings,
            Editions editions,
            Ledger ledger,
            Clinic clinic) {
        this.notices = notices;
        this.failures = failures;
        this.settings = settings;
        this.editions = editions;
        this.ledger = ledger;
        this.clinic = clinic;
    }

    @EventListener
    @Order(FIRST)
    void on(SourcesCollected collected) {
        Set<String> broken =
                collected.result().broken().stream().map(BrokenSource::source).collect(Collectors.toSet());
        for (String source : failures.all()) {
            if (!broken.contains(source)) {
                failures.forget(source);
                notices.end(NoticeKind.SOURCE_BROKEN, source);
            }
        }
        collected.result().broken().forEach(this::count);
    }

    private void count(BrokenSource source) {
        int times = failures.count(source.source());
        if (times >= settings.sourceFailures()) {
            notices.raise(
                    NoticeKind.SOURCE_BROKEN,
                    source.source(),
                    "The source “%s” could not be read%s: %s"
                            .formatted(
                                    source.source(),
                                    times == 1 ? "" : " " + times + " times in a row",
                                    source.reason()));
        }
    }

    @EventListener
    @Order(FIRST)
    void on(OccasionHeld held) {
        notices.raise(NoticeKind.DIGEST_HELD, held.campaign(), held.sentence());
    }

    @EventListener
    @Order(FIRST)
    void on(EditionAwaits awaits) {
        notices.raise(NoticeKind.APPROVAL_WANTED, String.valueOf(awaits.edition()), awaits.sentence());
    }

    @EventListener
    @Order(FIRST)
    void on(OccasionDecided decided) {
        notices.end(NoticeKind.DIGEST_HELD, decided.campaign());
    }

    /** What it was held for is gone, if it can be told now that there is nothing new. */
    @EventListener
    @Order(FIRST)
    void on(OccasionSkipped skipped) {
        notices.end(NoticeKind.DIGEST_HELD, skipped.campaign());
        notices.inform(
                NoticeKind.DIGEST_SKIPPED,
                skipped.campaign(),
                "%s had nothing new on %s: nothing was sent."
                        .formatted(skipped.campaign(), clinic.moment(skipped.dueAt())));
    }

    @EventListener
    @Order(FIRST)
    void on(RelayPaused relay) {
        notices.raise(
                NoticeKind.RELAY_PAUSED,
                relay.relay(),
                relay.sentence()
                        + " Nobody is lost: their mail waits. Where serve runs it goes on by itself, elsewhere by ./mailround"
                        + " resume.");
    }

    /** The sandbox says nothing of the relay that was ill. */
    @EventListener
    @Order(FIRST)
    void on(RelayAnswered relay) {
        if (!relay.relay().equals("sandbox")) {
            notices.endAll(NoticeKind.RELAY_PAUSED);
        }
    }

    /** It was sent until now: what may be told of an earlier pause is over. */
    @EventListener
    @Order(FIRST)
    void on(EditionPaused paused) {
        String edition = String.valueOf(paused.edition());
        notices.end(NoticeKind.EDITION_PAUSED, edition);
        notices.raise(NoticeKind.EDITION_PAUSED, edition, paused.sentence());
    }

    /** Told anew where more came back since. */
    @EventListener
    @Order(FIRST)
    void on(FeedbackUnusual unusual) {
        String edition = String.valueOf(unusual.edition());
        notices.end(NoticeKind.FEEDBACK_UNUSUAL, edition);
        notices.raise(NoticeKind.FEEDBACK_UNUSUAL, edition, unusual.sentence());
    }

    /** Told once until somebody has looked. */
    @EventListener
    @Order(FIRST)
    void on(MailSetAside aside) {
        notices.raise(
                NoticeKind.MAIL_SET_ASIDE,
                "bounces",
                ("Somebody wrote to the bounce mailbox, and no machine can make anything of it. It may be a reader who wants to"
                                + " leave: look into %s.")
                        .formatted(aside.where()));
    }

    /** Whoever has something to decide is told apart. */
    @EventListener
    @Order(FIRST)
    void on(OwnerRecovered recovered) {
        for (long edition : recovered.editions()) {
            notices.inform(
                    NoticeKind.BROKEN_OFF,
                    String.valueOf(edition),
                    ("The program ended in the middle of edition %d. Nobody is lost: %d recipients it was about to write to"
                                    + " are planned again, and of %d nobody can tell whether they got it.")
                            .formatted(edition, recovered.planned(), recovered.uncertain()));
        }
    }

    @EventListener
    @Order(FIRST)
    void on(EditionReleased released) {
        Edition edition = editions.get(released.edition().id());
        long uncertain = edition.state().isFinal() ? ledger.count(edition, DeliveryState.UNCERTAIN) : 0;
        if (uncertain > 0) {
            notices.raise(
                    NoticeKind.UNCERTAIN,
                    String.valueOf(edition.id()),
                    ("Nobody can know whether %s of edition %d got it, as the relay did not answer. ./mailround report %d"
                                    + " --recipients says who; decide by ./mailround resolve %d --uncertain resend, or accept.")
                            .formatted(
                                    uncertain == 1 ? "one recipient" : uncertain + " recipients",
                                    edition.id(),
                                    edition.id(),
                                    edition.id()));
        }
    }
}
