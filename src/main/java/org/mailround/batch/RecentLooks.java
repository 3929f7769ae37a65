package org.mailround.batch;

import java.util.function.Function;
import org.mailround.campaign.Audience;
import org.mailround.recent.Recent;

/**
 * What a look says, and where many people are known what it said a moment ago.
 *
 * @param <T> what it says
 */
class RecentLooks<T> {

    private final Audience audience;
    private final Function<Mission, T> look;
    private final Recent<Mission, T> recent;

    RecentLooks(Audience audience, Function<Mission, T> look) {
        this.audience = audience;
        this.look = look;
        this.recent = new Recent<>(look);
    }

    /** @throws org.mailround.recent.StillCountingException if many are known, and it was not looked at before */
    T of(Mission mission) {
        return audience.isLarge() ? recent.of(mission) : look.apply(mission);
    }

    void forget() {
        recent.forget();
    }
}
