package org.mailround.batch;

import org.mailround.campaign.Audience;
import org.mailround.campaign.Draft;
import org.mailround.message.Fitted;
import org.mailround.message.Fitter;
import org.mailround.preflight.Proposal;
import org.springframework.stereotype.Component;

/**
 * Renders drafts in the languages of those whom they are for, and each selection of their articles; a draft that was
 * shortened to fit is given as it is shown.
 */
@Component
class Renderings {

    private final Audience audience;
    private final Fitter fitter;

    Renderings(Audience audience, Fitter fitter) {
        this.audience = audience;
        this.fitter = fitter;
    }

    Proposal of(Draft draft) {
        Fitted fitted = fitter.fit(draft, audience.languages(draft));
        return new Proposal(draft.saying(fitted.content()), fitted);
    }
}
