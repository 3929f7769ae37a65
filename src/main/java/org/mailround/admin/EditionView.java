package org.mailround.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionState;
import org.mailround.report.Report;

/**
 * An edition as its page shows it.
 *
 * @param state where it stands, in a word
 * @param worker the process that sends it, for people; null if none does
 * @param pace how fast it goes and how long it will take; null while nothing goes out
 * @param waits why it does not go on, in sentences; empty if it does
 */
record EditionView(
        Edition edition,
        Report report,
        String state,
        List<Sum> sums,
        @Nullable String worker,
        @Nullable String pace,
        List<String> waits) {

    /** So many of the audience stand in one state. */
    record Sum(long count, String word, String colour, String state) {}

    EditionView {
        sums = List.copyOf(sums);
        waits = List.copyOf(waits);
    }

    public long id() {
        return edition.id();
    }

    public String colour() {
        return Wording.colour(edition.state());
    }

    /** How many will get no other state any more. */
    public long done() {
        return report.audience() - report.outstanding();
    }

    /** Whether nothing on the page will change by itself. */
    public boolean isOver() {
        return edition.state().isFinal() && report.outstanding() == 0;
    }

    public boolean canPause() {
        return edition.state() == EditionState.SENDING || edition.state() == EditionState.STOPPED;
    }

    /** Also where its process is gone and nobody has noticed. */
    public boolean canResume() {
        return edition.state() == EditionState.PAUSED
                || edition.state() == EditionState.STOPPED
                || edition.state() == EditionState.SENDING && worker == null;
    }

    public boolean canCancel() {
        return !edition.state().isFinal();
    }

    public boolean canSendAgain() {
        return edition.state() != EditionState.CANCELLED;
    }

    /** Not while more may come. */
    public boolean canResendRejected() {
        return report.rejected() > 0 && canSendAgain() && edition.state() != EditionState.SENDING;
    }

    /** Tells whether another page would have other buttons; numbers alone do not change it. */
    public String shape() {
        return "%s-%d-%d-%s-%s"
                .formatted(
                        edition.state().label(),
                        report.uncertain(),
                        canResendRejected() ? report.rejected() : 0,
                        canResume() ? "r" : "",
                        edition.isPlanned() ? "p" : "");
    }
}
