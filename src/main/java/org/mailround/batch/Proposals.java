package org.mailround.batch;

import java.util.Optional;
import java.util.function.Consumer;
import org.mailround.campaign.Draft;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.message.MergeTagException;
import org.mailround.message.TemplateException;
import org.mailround.preflight.Finding;
import org.mailround.preflight.Proposal;
import org.springframework.stereotype.Component;

/** Makes of missions what would go out now, and tells what is in the way of that. */
@Component
class Proposals {

    private final Drafts drafts;
    private final Renderings renderings;
    private final Editions editions;

    Proposals(Drafts drafts, Renderings renderings, Editions editions) {
        this.drafts = drafts;
        this.renderings = renderings;
        this.editions = editions;
    }

    /** Empty where there is nothing new, or it cannot be rendered; either is told. */
    Optional<Proposal> of(Mission mission, Consumer<Finding> found) {
        Optional<Draft> drafted = drafts.draft(mission);
        if (drafted.isEmpty()) {
            String name = mission instanceof Mission.Digest digest ? digest.campaign() : null;
            found.accept(Finding.ok(
                    "mail.nothing-new", name, "There is nothing new for %s: it would send nothing.".formatted(name)));
            return Optional.empty();
        }
        Draft draft = drafted.get();
        tellEarlier(mission, draft, found);
        try {
            return Optional.of(renderings.of(draft));
        } catch (TemplateException | MergeTagException e) {
            found.accept(Finding.error(
                    e instanceof TemplateException ? "template.variable" : "mail.merge-tag",
                    draft.campaign().name(),
                    sentence(e)));
            return Optional.empty();
        }
    }

    private void tellEarlier(Mission mission, Draft draft, Consumer<Finding> found) {
        String name = draft.campaign().name();
        if (mission instanceof Mission.Digest) {
            editions.unfinished(draft.campaign(), draft.sandbox())
                    .ifPresent(edition -> found.accept(Finding.warning(
                            "mail.unfinished",
                            name,
                            "Edition %d of %s did not finish: send goes on with it, and composes nothing new until then."
                                    .formatted(edition.id(), name))));
        } else if (mission instanceof Mission.OneOff oneOff && !oneOff.again()) {
            Optional<Edition> before = editions.repeatedBy(draft);
            before.filter(edition -> edition.state().isFinal())
                    .ifPresent(edition -> found.accept(Finding.warning(
                            "mail.repeated",
                            name,
                            "The same went to the same list as edition %d: send refuses it without --again."
                                    .formatted(edition.id()))));
        }
    }

    private static String sentence(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }
}
