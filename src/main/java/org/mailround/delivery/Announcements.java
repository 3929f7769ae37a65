package org.mailround.delivery;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.clinic.Clinic;
import org.mailround.delivery.Permit.NotBefore;
import org.mailround.smtp.RelayTrouble;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says, in words for people, why mail waits, and why a shift ends before all is done. */
@Component
class Announcements {

    private final ApplicationEventPublisher events;
    private final Editions editions;
    private final Clinic clinic;
    private final RelayWatch relay;
    private final Map<Long, DeliveryWaits> said = new ConcurrentHashMap<>();

    Announcements(ApplicationEventPublisher events, Editions editions, Clinic clinic, RelayWatch relay) {
        this.events = events;
        this.editions = editions;
        this.clinic = clinic;
        this.relay = relay;
    }

    /** The relay is waited for no more. */
    String givesUp(RelayTrouble trouble) {
        relay.givenUp(trouble);
        return switch (trouble.kind()) {
            case LIMIT -> trouble.sentence() + " Go on tomorrow by ./mailround resume.";
            case UNREACHABLE, TLS, LOGIN, REFUSED -> trouble.sentence();
        };
    }

    String of(NotBefore usedUp) {
        return "mailround.delivery.rate, %s, is used up until %s: go on then by ./mailround resume."
                .formatted(usedUp.rate(), clinic.moment(usedUp.when()));
    }

    static String of(IOException e) {
        return "No more mail goes out, as what happens cannot be noted (%s): go on by ./mailround resume."
                .formatted(e.getMessage());
    }

    String later(Instant due) {
        return "Recipients wait for another attempt, the first at %s: go on then by ./mailround resume."
                .formatted(clinic.moment(due));
    }

    void waits(Edition edition, Instant until, RelayTrouble trouble) {
        relay.waits(trouble);
        say(edition, until, trouble.sentence() + " Trying again.");
    }

    /** The relay answered about a message or its recipient. */
    void answered() {
        relay.answered();
    }

    void waits(Edition edition, NotBefore usedUp) {
        say(
                edition,
                usedUp.when(),
                "mailround.delivery.rate, %s, is used up: waiting until %s."
                        .formatted(usedUp.rate(), clinic.moment(usedUp.when())));
    }

    void waits(Edition edition, Instant due) {
        say(edition, due, "Waiting until %s for deferred recipients.".formatted(clinic.moment(due)));
    }

    /** Pauses an edition that is refused for what it is; a person must look. */
    void pauseForPolicy(Shift shift) {
        long edition = shift.edition().id();
        String sentence =
                ("So many were refused as spam or by policy (5.7.x) that edition %d is paused: see ./mailround report "
                                + "%d --recipients, and go on by ./mailround resume %d.")
                        .formatted(edition, edition, edition);
        shift.crew().end(sentence);
        if (editions.pauseIfSending(edition)) {
            events.publishEvent(new EditionPaused(edition, sentence));
        }
    }

    /** Several connections wait for the same; it is said once for each time. */
    private void say(Edition edition, Instant until, String sentence) {
        DeliveryWaits waits = new DeliveryWaits(edition.id(), until, sentence);
        if (!waits.equals(said.put(edition.id(), waits))) {
            events.publishEvent(waits);
        }
    }
}
