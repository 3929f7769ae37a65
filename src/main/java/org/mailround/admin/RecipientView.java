package org.mailround.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.mailround.delivery.DeliveryState;
import org.mailround.delivery.LedgerEntry;

/** A recipient as pages show them: plain words first, the mail server's own behind. */
record RecipientView(LedgerEntry entry, Clinic clinic) {

    public long id() {
        return entry.id();
    }

    public String address() {
        String address = entry.address();
        return address == null ? "(erased)" : address;
    }

    public String state() {
        return Wording.of(entry.state());
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
            case PLANNED -> entry.attempts() == 0 ? "waits for its turn" : "waits to be sent again";
            case CLAIMED -> "is being sent now";
            case ACCEPTED -> accepted();
            case DEFERRED -> deferred();
            case REJECTED -> rejected();
            case EXPIRED -> "put off by their mail server until it was too late";
            case UNCERTAIN -> "handed over, and no answer came";
            case SUPPRESSED -> Wording.suppressed(entry.reason());
            case CANCELLED -> "the edition was cancelled before";
        };
    }

    private String accepted() {
        if ("bounced".equals(entry.feedback())) {
            return "taken, and came back later";
        }
        if ("complained".equals(entry.feedback())) {
            return "taken, and reported as spam later";
        }
        return entry.reason() == null ? "taken by the mail server" : entry.reason();
    }

    private String deferred() {
        Instant next = entry.nextAttemptAt();
        return next == null
                ? "put off by their mail server"
                : "put off by their mail server, next try " + clinic.moment(next);
    }

    private String rejected() {
        String reply = entry.reply();
        if (reply == null) {
            return entry.reason() == null ? "refused" : entry.reason();
        }
        return reply.matches("5\\d\\d 5\\.7\\..*")
                ? "refused as spam or by a rule of their mail server"
                : "refused by their mail server";
    }
}
