package org.mailround.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailround.delivery.DeliveryState;
import org.mailround.delivery.LedgerEntry;
import org.mailround.words.Words;

/** A recipient as pages show them: plain words first, the mail server's own behind. */
record RecipientView(LedgerEntry entry, Wording wording, Words words) {

    public long id() {
        return entry.id();
    }

    public String address() {
        String address = entry.address();
        return address == null ? words.say("recipient.erased") : address;
    }

    public String state() {
        return wording.of(entry.state());
    }

    public String colour() {
        return Wording.colour(entry.state());
    }

    /** When it came to that, or will go on; null where neither is known. */
    public @Nullable Instant when() {
        return entry.settledAt() == null ? entry.nextAttemptAt() : entry.settledAt();
    }

    /** Why they stand there. */
    public String why() {
        String reply = entry.reply();
        String plain = plain();
        boolean told = reply != null
                && entry.state() != DeliveryState.SUPPRESSED
                && entry.state() != DeliveryState.CANCELLED
                && entry.state() != DeliveryState.UNCERTAIN;
        return told ? plain + ": " + reply : plain;
    }

    private String plain() {
        return switch (entry.state()) {
            case PLANNED -> entry.attempts() == 0 ? words.say("why.planned") : words.say("why.planned-again");
            case CLAIMED -> words.say("why.claimed");
            case ACCEPTED -> accepted();
            case DEFERRED -> deferred();
            case REJECTED -> rejected();
            case EXPIRED -> words.say("why.expired");
            case UNCERTAIN -> words.say("why.uncertain");
            case SUPPRESSED -> wording.suppressed(entry.reason());
            case CANCELLED -> words.say("why.cancelled");
        };
    }

    private String accepted() {
        if ("bounced".equals(entry.feedback())) {
            return words.say("why.came-back");
        }
        if ("complained".equals(entry.feedback())) {
            return words.say("why.reported");
        }
        return entry.reason() == null ? words.say("why.accepted") : entry.reason();
    }

    private String deferred() {
        Instant next = entry.nextAttemptAt();
        return next == null ? words.say("why.deferred") : words.say("why.deferred-until", words.moment(next));
    }

    private String rejected() {
        String reply = entry.reply();
        if (reply == null) {
            return entry.reason() == null ? words.say("why.refused") : entry.reason();
        }
        return reply.matches("5\\d\\d 5\\.7\\..*") ? words.say("why.policy") : words.say("why.rejected");
    }
}
