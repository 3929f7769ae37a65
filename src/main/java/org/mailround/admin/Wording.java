package org.mailround.admin;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.EditionState;
import org.mailround.delivery.DeliveryState;
import org.mailround.delivery.LeavingReason;

/** The words and colours that states have on pages. */
final class Wording {

    private Wording() {}

    static String of(EditionState state) {
        return switch (state) {
            case HELD -> "Held";
            case AWAITING_APPROVAL -> "Waits for approval";
            case SENDING -> "Sending";
            case PAUSED -> "Paused";
            case STOPPED -> "Stopped";
            case FINISHED -> "Finished";
            case CANCELLED -> "Cancelled";
        };
    }

    static String colour(EditionState state) {
        return switch (state) {
            case FINISHED -> "good";
            case SENDING -> "busy";
            case CANCELLED -> "faint";
            case HELD, AWAITING_APPROVAL, PAUSED, STOPPED -> "amber";
        };
    }

    static String of(DeliveryState state) {
        return state == DeliveryState.CLAIMED ? "in work" : state.label();
    }

    static String colour(DeliveryState state) {
        return switch (state) {
            case ACCEPTED -> "good";
            case DEFERRED, UNCERTAIN -> "amber";
            case REJECTED, EXPIRED -> "bad";
            case PLANNED, CLAIMED, SUPPRESSED, CANCELLED -> "faint";
        };
    }

    static String of(LeavingReason reason) {
        return switch (reason) {
            case TOO_MANY -> "too many mails";
            case UNEXPECTED -> "not what they expected";
            case NOT_SIGNED_UP -> "never signed up";
            case NOT_RELEVANT -> "no longer matters to them";
            case OTHER -> "something else";
        };
    }

    /** Why somebody was left out, from the word that the ledger keeps. */
    static String suppressed(@Nullable String reason) {
        String word = reason == null ? "" : reason;
        return switch (word) {
            case "" -> "is not to be mailed";
            case "unsubscribed" -> "has left the list";
            case "paused" -> "has paused their mail for some weeks";
            case "bounce", "bounced", "hard-bounce" -> "earlier mail to them came back";
            case "complaint", "complained" -> "complained about earlier mail";
            case "erased" -> "asked to be forgotten";
            default -> "is not to be mailed: " + word;
        };
    }

    static String people(long count) {
        return count == 1 ? "1 person" : count + " people";
    }

    /** How long something still takes, roughly, as nobody knows better. */
    static String left(Duration duration) {
        long minutes = Math.round(duration.toSeconds() / 60.0);
        if (minutes < 1) {
            return "less than a minute left";
        }
        if (minutes < 90) {
            return "about %d %s left".formatted(minutes, minutes == 1 ? "minute" : "minutes");
        }
        long hours = Math.round(minutes / 60.0);
        return hours < 48 ? "about %d hours left".formatted(hours) : "about %d days left".formatted(hours / 24);
    }
}
