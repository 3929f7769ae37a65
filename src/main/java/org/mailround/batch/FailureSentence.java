package org.mailround.batch;

import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.mailround.campaign.CampaignNotFoundException;
import org.mailround.campaign.NobodyToSendToException;
import org.mailround.campaign.RepeatedEditionException;
import org.mailround.message.MergeTagException;
import org.mailround.message.TemplateException;
import org.mailround.preflight.PreflightException;
import org.mailround.smtp.RelayUnavailableException;
import org.mailround.subscriber.MailingListNotFoundException;
import org.mailround.subscriber.UnreadableCsvException;

/** What went wrong in the background, in a sentence for people. */
final class FailureSentence {

    private static final Set<Class<? extends RuntimeException>> OURS = Set.of(
            PreflightException.class,
            RepeatedEditionException.class,
            TemplateException.class,
            MergeTagException.class,
            NobodyToSendToException.class,
            CampaignNotFoundException.class,
            MailingListNotFoundException.class,
            RelayUnavailableException.class,
            UnreadableCsvException.class,
            DrainedException.class,
            UncheckedIOException.class);

    private FailureSentence() {}

    /** The innermost that we know says most. */
    static String of(Throwable failure) {
        String sentence = "Something went wrong that should not (%s). The log in the data folder says more."
                .formatted(root(failure).getClass().getSimpleName());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isOurs(cause)) {
                sentence = String.valueOf(cause.getMessage());
            }
        }
        return sentence;
    }

    /** Whether the sentence says all that there is to say. */
    static boolean isKnown(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(FailureSentence::isOurs);
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
