package org.mailround.batch;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.mailround.backup.BackupException;
import org.mailround.campaign.ApprovalException;
import org.mailround.campaign.CampaignNotFoundException;
import org.mailround.campaign.EditionStateException;
import org.mailround.campaign.NobodyToSendToException;
import org.mailround.campaign.OccasionStateException;
import org.mailround.campaign.RepeatedEditionException;
import org.mailround.mailbox.MailboxUnavailableException;
import org.mailround.message.MergeTagException;
import org.mailround.message.TemplateException;
import org.mailround.preflight.PreflightException;
import org.mailround.recent.StillCountingException;
import org.mailround.smtp.RelayUnavailableException;
import org.mailround.subscriber.MailingListNotFoundException;
import org.mailround.subscriber.UnreadableCsvException;

/** What went wrong, in a sentence for people. */
public final class FailureSentence {

    private static final Set<Class<? extends RuntimeException>> OURS = Set.of(
            PreflightException.class,
            RepeatedEditionException.class,
            EditionStateException.class,
            OccasionStateException.class,
            ApprovalException.class,
            TemplateException.class,
            MergeTagException.class,
            NobodyToSendToException.class,
            CampaignNotFoundException.class,
            MailingListNotFoundException.class,
            RelayUnavailableException.class,
            StillCountingException.class,
            UnreadableCsvException.class,
            DrainedException.class,
            MailboxUnavailableException.class,
            BackupException.class,
            UncheckedIOException.class);

    private FailureSentence() {}

    /** What it says, or that it should not have happened. */
    public static String of(Throwable failure) {
        return known(failure)
                .orElseGet(() -> "Something went wrong that should not (%s). The log in the data folder says more."
                        .formatted(root(failure).getClass().getSimpleName()));
    }

    /** What it says, if it is of a room of ours and meant for people; the innermost that we know says most. */
    public static Optional<String> known(Throwable failure) {
        Optional<String> sentence = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOurs(cause)) {
                sentence = Optional.of(String.valueOf(cause.getMessage()));
            }
        }
        return sentence;
    }

    private static boolean isOurs(Throwable failure) {
        return OURS.stream().anyMatch(type -> type.isInstance(failure));
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
