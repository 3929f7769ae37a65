package org.mailround.delivery;

import org.mailround.campaign.Editions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Stops an edition that should not go on, and tells of what a person must look at. */
@Component
public class Brake {

    private final Editions editions;
    private final ApplicationEventPublisher events;

    Brake(Editions editions, ApplicationEventPublisher events) {
        this.editions = editions;
        this.events = events;
    }

    /**
     * Pauses an edition if it is sent at this moment, by whatever process, and tells staff why. Of one that is not sent,
     * staff are told all the same.
     *
     * @param why a sentence for people
     */
    public void pull(long editionId, String why) {
        if (editions.pauseIfSending(editionId)) {
            events.publishEvent(new EditionPaused(
                    editionId,
                    "%s Edition %d is paused: see ./mailround report %d --recipients, and go on by ./mailround resume %d."
                            .formatted(why, editionId, editionId, editionId)));
        } else {
            events.publishEvent(new FeedbackUnusual(
                    editionId, "%s See ./mailround report %d --recipients.".formatted(why, editionId)));
        }
    }
}
