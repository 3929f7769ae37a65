package org.mailround.batch;

import org.mailround.campaign.Audience;
import org.mailround.campaign.Draft;
import org.mailround.message.Fitted;
import org.mailround.message.Fitter;
import org.springframework.stereotype.Component;

/** Renders drafts in the languages of those whom they are for. */
@Component
class Renderings {

    private final Audience audience;
    private final Fitter fitter;

    Renderings(Audience audience, Fitter fitter) {
        this.audience = audience;
        this.fitter = fitter;
    }

    Rendering of(Draft draft) {
        Fitted fitted = fitter.fit(draft.content(), audience.languages(draft));
        return new Rendering(draft.saying(fitted.content()), fitted);
    }
}
