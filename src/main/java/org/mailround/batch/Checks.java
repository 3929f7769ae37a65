package org.mailround.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mailround.campaign.Campaigns;
import org.mailround.campaign.OneOffs;
import org.mailround.preflight.Finding;
import org.mailround.preflight.Inspection;
import org.mailround.preflight.Proposal;
import org.mailround.subscriber.UnreadableCsvException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** Preflight in full, of what would go out now. Lists and articles are read for good; no edition is made. */
@Component
public class Checks {

    private final Rounds rounds;
    private final Campaigns campaigns;
    private final OneOffs oneOffs;
    private final Proposals proposals;
    private final Inspection inspection;
    private final ConfigurableApplicationContext house;
    private final ApplicationEventPublisher events;

    Checks(
            Rounds rounds,
            Campaigns campaigns,
            OneOffs oneOffs,
            Proposals proposals,
            Inspection inspection,
            ConfigurableApplicationContext house,
            ApplicationEventPublisher events) {
        this.rounds = rounds;
        this.campaigns = campaigns;
        this.oneOffs = oneOffs;
        this.proposals = proposals;
        this.inspection = inspection;
        this.house = house;
        this.events = events;
    }

    /** Everything that goes out by itself: the digests, and what is to be sent at a time. */
    public List<Mission> everything() {
        List<Mission> missions = new ArrayList<>();
        campaigns.digests().forEach(digest -> missions.add(new Mission.Digest(digest.name())));
        oneOffs.scheduled().forEach(oneOff -> missions.add(new Mission.Written(oneOff.id())));
        return missions;
    }

    /** All there is to find about these, and about what they go through; by area. */
    public List<Finding> of(List<Mission> missions) {
        List<Finding> findings = new ArrayList<>(gather());
        List<Proposal> proposed = new ArrayList<>();
        for (Mission mission : missions) {
            proposals.of(mission, findings::add).ifPresent(proposed::add);
        }
        findings.addAll(inspection.inspect(proposed, this::tell));
        return findings.stream().sorted(Comparator.comparing(Finding::area)).toList();
    }

    private List<Finding> gather() {
        Gathered gathered = new Gathered();
        house.addApplicationListener(gathered);
        try {
            rounds.gather();
        } catch (UnreadableCsvException e) {
            gathered.hear(new ListUnreadable(String.valueOf(e.getMessage())));
        } finally {
            house.removeApplicationListener(gathered);
        }
        return gathered.findings();
    }

    private void tell(int done, int of) {
        events.publishEvent(new Progress("check", done, of));
    }
}
