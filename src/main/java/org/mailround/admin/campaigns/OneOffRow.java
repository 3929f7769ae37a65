package org.mailround.admin.campaigns;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.EditionState;
import org.mailround.campaign.OneOff;
import org.mailround.subscriber.MailingList;

/**
 * A one-off in the list of all.
 *
 * @param state where its latest edition stands; null where none was made
 * @param sent whether it went out, or is about to
 */
record OneOffRow(OneOff oneOff, @Nullable EditionState state, boolean sent) {

    /** Behind {@code one-offs.state.} in the words. */
    public String label() {
        if (state == EditionState.AWAITING_APPROVAL) {
            return "awaiting";
        }
        if (sent) {
            return "sent";
        }
        return oneOff.sendAt() == null ? "draft" : "scheduled";
    }

    /** The class that its state has on pages. */
    public String colour() {
        return switch (label()) {
            case "awaiting" -> "amber";
            case "sent" -> "good";
            case "scheduled" -> "busy";
            default -> "faint";
        };
    }

    /** Whether it may still be another. */
    public boolean isOpen() {
        return !sent || state == EditionState.AWAITING_APPROVAL;
    }

    /** Whether the form has all that it says: it knows one list. */
    public boolean isForForm() {
        return isOpen() && oneOff.lists().size() == 1;
    }

    /** Whom it is for, by name; none for every list. */
    public List<String> listNames() {
        return oneOff.lists().stream().map(MailingList::name).toList();
    }
}
