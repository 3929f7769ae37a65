package org.mailround.preflight;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailround.campaign.Audience;
import org.mailround.campaign.Draft;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.campaign.Forecast;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whom it would reach, who is left out and why, and how that differs from the last time. */
@Component
class AudienceCheck implements Check {

    /** A change in per cent that somebody should look at. */
    private static final int MUCH = 20;

    private static final int LOOK_BACK = 20;

    private final Audience audience;
    private final Editions editions;
    private final boolean consentRequired;

    AudienceCheck(
            Audience audience,
            Editions editions,
            @Value("${mailround.subscribers.require-consent:false}") boolean consentRequired) {
        this.audience = audience;
        this.editions = editions;
        this.consentRequired = consentRequired;
    }

    @Override
    public Area area() {
        return Area.AUDIENCE;
    }

    @Override
    public void examine(List<Proposal> proposals, Deadline deadline, Findings found) {
        for (Proposal proposal : proposals) {
            reach(proposal, found);
            change(proposal, found);
            consent(proposal, found);
        }
    }

    private void reach(Proposal proposal, Findings found) {
        Forecast forecast = audience.forecast(proposal.draft());
        if (forecast.mailed() == 0) {
            found.error(
                    "audience.nobody",
                    proposal.name(),
                    "There is nobody to send to: put a list into subscribers/, or mend the one that cannot be read.");
        } else {
            found.ok("audience.mailed", proposal.name(), "%s would get it.".formatted(people(forecast.mailed())));
        }
        if (!forecast.excluded().isEmpty()) {
            String reasons = forecast.excluded().entrySet().stream()
                    .map(reason -> "%,d %s".formatted(reason.getValue(), reason.getKey()))
                    .collect(Collectors.joining(", "));
            found.ok("audience.excluded", proposal.name(), "Of its lists are left out: %s.".formatted(reasons));
        }
    }

    private void change(Proposal proposal, Findings found) {
        Draft draft = proposal.draft();
        Optional<Edition> last = editions.newestOf(draft.campaign(), LOOK_BACK).stream()
                .filter(edition -> edition.sandbox() == draft.sandbox() && edition.isPlanned())
                .findFirst();
        if (last.isEmpty()) {
            return;
        }
        Long planned = last.get().audience();
        long before = planned == null ? 0 : planned;
        long now = audience.size(draft);
        String sentence = "The audience is %,d people; edition %d had %,d."
                .formatted(now, last.get().id(), before);
        if (Math.abs(now - before) * 100 > before * MUCH) {
            found.warning(
                    "audience.change", proposal.name(), sentence + " If that is no surprise, there is nothing to do.");
        } else {
            found.ok("audience.change", proposal.name(), sentence);
        }
    }

    private void consent(Proposal proposal, Findings found) {
        long unrecorded = audience.withUnrecordedConsent(proposal.draft());
        if (unrecorded > 0) {
            found.warning(
                    "consent.unrecorded",
                    proposal.name(),
                    "Of %s it is not recorded when and how they agreed: fill consent_source and consent_at in their list%s."
                            .formatted(
                                    people(unrecorded),
                                    consentRequired
                                            ? ""
                                            : "; mailround.subscribers.require-consent refuses rows without them"));
        }
    }

    private static String people(long count) {
        return count == 1 ? "one person" : "%,d people".formatted(count);
    }
}
