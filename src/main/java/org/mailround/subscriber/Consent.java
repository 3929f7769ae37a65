package org.mailround.subscriber;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a person agreed to a list. Unrecorded where all are null.
 *
 * @param source where: {@code front desk}
 * @param at to the microsecond, which is what databases keep
 * @param wording what they said yes to
 */
record Consent(
        @Nullable String source,
        @Nullable Instant at,
        @Nullable String wording) {

    boolean isComplete() {
        return source != null && at != null;
    }

    /** This, with all that the other one knows. */
    Consent updatedBy(Consent other) {
        return new Consent(
                Profile.newer(source, other.source),
                other.at == null ? at : other.at,
                Profile.newer(wording, other.wording));
    }
}
