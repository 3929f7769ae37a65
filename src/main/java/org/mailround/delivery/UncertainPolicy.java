package org.mailround.delivery;

import org.mailround.delivery.DeliverySettings.Uncertain;
import org.springframework.stereotype.Component;

/** What becomes of the uncertain where no person decides. */
@Component
class UncertainPolicy {

    /** Whose mail is lost so often in one run is left to a person all the same. */
    private static final int TIMES = 3;

    private final DeliverySettings settings;
    private final Decisions decisions;

    UncertainPolicy(DeliverySettings settings, Decisions decisions) {
        this.settings = settings;
        this.decisions = decisions;
    }

    /** Before an edition is worked: those of earlier runs. */
    void atStart(long editionId) {
        if (settings.uncertain() == Uncertain.RESEND) {
            decisions.resendUncertain(editionId);
        }
    }

    /** When nothing else is left: those of this run. Whether there is something now. */
    boolean atEnd(long editionId) {
        return settings.uncertain() == Uncertain.RESEND && decisions.resendUncertain(editionId, TIMES) > 0;
    }
}
