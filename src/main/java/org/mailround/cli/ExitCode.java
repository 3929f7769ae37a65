package org.mailround.cli;

import org.mailround.campaign.EditionState;
import org.mailround.report.Report;

/** What a command tells the one that called it. */
final class ExitCode {

    /** Finished, or nothing new. */
    static final int FINISHED = 0;

    /** Failed. */
    static final int FAILED = 1;

    /** Wrong usage or configuration, or a file, list or campaign that is not there. */
    static final int WRONG_USAGE = 2;

    /** Finished with some rejected, expired or uncertain. */
    static final int FINISHED_WITH_SOME_LOST = 3;

    /** Stopped with recipients outstanding. */
    static final int OUTSTANDING = 4;

    /** Refused by preflight, approval, or as a repeat. */
    static final int REFUSED = 5;

    private ExitCode() {}

    static int of(Report report) {
        if (report.state().equals("held")) {
            return FAILED;
        }
        if (report.state().equals(EditionState.AWAITING_APPROVAL.label())) {
            return REFUSED;
        }
        if (report.outstanding() > 0) {
            return OUTSTANDING;
        }
        return report.rejected() + report.expired() + report.uncertain() > 0 ? FINISHED_WITH_SOME_LOST : FINISHED;
    }
}
