package org.mailround.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.smtp.Submission;
import org.mailround.smtp.Submission.Accepted;
import org.mailround.smtp.Submission.Lost;
import org.mailround.smtp.Submission.Refused;
import org.mailround.smtp.Submission.Troubled;

/**
 * What came of a preview.
 *
 * @param mails how many were written or accepted
 * @param folder where they were written; null if they were not
 * @param sentence what happened, for people
 */
public record PreviewResult(
        Outcome outcome, long mails, @Nullable String folder, String sentence) {

    /** How it ended. */
    public enum Outcome {
        DONE,
        NOTHING_NEW,
        /** Nothing new, and a source is broken: somebody must look. */
        HELD,
        REFUSED,
        NOT_SENT
    }

    static PreviewResult nothingNew(List<String> brokenSources) {
        return brokenSources.isEmpty()
                ? new PreviewResult(Outcome.NOTHING_NEW, 0, null, "Nothing new: there is nothing to show.")
                : new PreviewResult(Outcome.HELD, 0, null, "Nothing new, and a source is broken.");
    }

    static PreviewResult written(long mails, Path folder) {
        String sentence =
                "%d %s written to %s; nothing was sent.".formatted(mails, mails == 1 ? "mail" : "mails", folder);
        return new PreviewResult(Outcome.DONE, mails, folder.toString(), sentence);
    }

    /** The same, saying also what was shortened. */
    PreviewResult noting(Optional<String> shortened) {
        return shortened
                .map(what -> new PreviewResult(outcome, mails, folder, what + "\n" + sentence))
                .orElse(this);
    }

    static PreviewResult of(Submission submission, String relay) {
        if (submission instanceof Accepted accepted) {
            String sentence = "The relay %s accepted the test copy: %s"
                    .formatted(relay, accepted.reply().line());
            return new PreviewResult(Outcome.DONE, 1, null, sentence);
        }
        if (submission instanceof Refused refused) {
            String sentence = "The relay %s refused the test copy: %s"
                    .formatted(relay, refused.reply().line());
            return new PreviewResult(Outcome.REFUSED, 0, null, sentence);
        }
        String reason = submission instanceof Troubled troubled
                ? troubled.trouble().sentence()
                : "The test copy was not sent: " + ((Lost) submission).reason() + ".";
        return new PreviewResult(Outcome.NOT_SENT, 0, null, reason);
    }
}
