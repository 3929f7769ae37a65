package org.mailround.admin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.EditionState;
import org.mailround.delivery.DeliveryState;
import org.mailround.delivery.LeavingReason;
import org.mailround.words.Words;
import org.springframework.stereotype.Component;

/** The words and colours that states have on pages, in the language of the page that is being made. */
@Component
class Wording {

    private final Words words;

    Wording(Words words) {
        this.words = words;
    }

    String of(EditionState state) {
        return words.say("edition." + state.label());
    }

    static String colour(EditionState state) {
        return switch (state) {
            case FINISHED -> "good";
            case SENDING -> "busy";
            case CANCELLED -> "faint";
            case HELD, AWAITING_APPROVAL, PAUSED, STOPPED -> "amber";
        };
    }

    String of(DeliveryState state) {
        return words.say("delivery." + state.label());
    }

    static String colour(DeliveryState state) {
        return switch (state) {
            case ACCEPTED -> "good";
            case DEFERRED, UNCERTAIN -> "amber";
            case REJECTED, EXPIRED -> "bad";
            case PLANNED, CLAIMED, SUPPRESSED, CANCELLED -> "faint";
        };
    }

    String of(LeavingReason reason) {
        return switch (reason) {
            case TOO_MANY -> words.say("leaving.too-many");
            case UNEXPECTED -> words.say("leaving.unexpected");
            case NOT_SIGNED_UP -> words.say("leaving.not-signed-up");
            case NOT_RELEVANT -> words.say("leaving.not-relevant");
            case OTHER -> words.say("leaving.other");
        };
    }

    /** Why somebody was left out, from the word that the ledger keeps. */
    String suppressed(@Nullable String reason) {
        String word = reason == null ? "" : reason;
        return switch (word) {
            case "" -> words.say("why.suppressed");
            case "unsubscribed" -> words.say("why.unsubscribed");
            case "paused" -> words.say("why.paused");
            case "bounce", "bounced", "hard-bounce" -> words.say("why.bounced");
            case "complaint", "complained" -> words.say("why.complained");
            case "erased" -> words.say("why.erased");
            default -> words.say("why.other", word);
        };
    }

    String people(long count) {
        return words.say("edition.people", count);
    }

    /** How long something still takes, roughly, as nobody knows better. */
    String left(Duration duration) {
        long minutes = Math.round(duration.toSeconds() / 60.0);
        if (minutes < 1) {
            return words.say("left.moments");
        }
        if (minutes < 90) {
            return words.say("left.minutes", minutes);
        }
        long hours = Math.round(minutes / 60.0);
        return hours < 48 ? words.say("left.hours", hours) : words.say("left.days", hours / 24);
    }
}
