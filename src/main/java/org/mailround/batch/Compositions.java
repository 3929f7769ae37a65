package org.mailround.batch;

import java.util.Optional;
import org.mailround.campaign.Campaigns;
import org.mailround.campaign.Composer;
import org.mailround.campaign.Composition;
import org.mailround.campaign.Draft;
import org.mailround.campaign.Editions;
import org.mailround.campaign.Occasion;
import org.mailround.campaign.OccasionState;
import org.mailround.campaign.Occasions;
import org.mailround.campaign.OneOff;
import org.mailround.campaign.OneOffs;
import org.mailround.smtp.Relay;
import org.springframework.stereotype.Component;

/** Asks the composer for what a mission is about. */
@Component
class Compositions {

    private final Campaigns campaigns;
    private final Editions editions;
    private final Occasions occasions;
    private final OneOffs oneOffs;
    private final Drafts drafts;
    private final Composer composer;
    private final Relay relay;

    Compositions(
            Campaigns campaigns,
            Editions editions,
            Occasions occasions,
            OneOffs oneOffs,
            Drafts drafts,
            Composer composer,
            Relay relay) {
        this.campaigns = campaigns;
        this.editions = editions;
        this.occasions = occasions;
        this.oneOffs = oneOffs;
        this.drafts = drafts;
        this.composer = composer;
        this.relay = relay;
    }

    /** What there is to send, and to go on with, as things stand now. */
    Composition of(RoundContext round) {
        Mission mission = round.mission();
        if (mission instanceof Mission.Resume resume) {
            return new Composition.Unfinished(editions.get(resume.edition()));
        }
        if (mission instanceof Mission.GoOn goOn) {
            return new Composition.Unfinished(editions.get(goOn.edition()));
        }
        if (mission instanceof Mission.OneOff oneOff) {
            return composer.oneOff(drafts.draft(oneOff), oneOff.again());
        }
        if (mission instanceof Mission.Written written) {
            return written(oneOffs.get(written.oneOff()));
        }
        if (mission instanceof Mission.Due due) {
            return due(occasions.get(due.occasion()), round);
        }
        Mission.Digest digest = (Mission.Digest) mission;
        return composer.digest(campaigns.inUse(digest.campaign()), relay.isSandbox());
    }

    private Composition written(OneOff oneOff) {
        return composer.oneOff(drafts.draft(oneOff), oneOff.again());
    }

    /** An occasion that was decided meanwhile stays so; one that is due makes an edition of its own, or none. */
    private Composition due(Occasion occasion, RoundContext round) {
        if (occasion.state() != OccasionState.DUE) {
            return Optional.ofNullable(occasion.edition())
                    .map(editions::get)
                    .<Composition>map(Composition.Unfinished::new)
                    .orElseGet(Composition.NothingNew::new);
        }
        Long oneOff = occasion.oneOff();
        Composition composition =
                oneOff == null ? composer.digest(occasion.campaign(), relay.isSandbox()) : written(oneOffs.get(oneOff));
        if (composition instanceof Composition.Fresh fresh) {
            Draft draft = fresh.draft();
            return new Composition.Fresh(draft.on(occasion));
        }
        // nothing is left to compose also where another round composed it since we looked: then its edition is ours
        return decide(occasion, composition, round)
                ? new Composition.NothingNew()
                : due(occasions.get(occasion.id()), round);
    }

    private boolean decide(Occasion occasion, Composition composition, RoundContext round) {
        if (composition instanceof Composition.Unfinished unfinished) {
            return occasions.hold(occasion, unfinished.edition());
        }
        return round.brokenSources().isEmpty()
                ? occasions.skip(occasion)
                : occasions.hold(occasion, round.brokenSources());
    }
}
