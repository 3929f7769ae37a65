package org.mailround.judgement;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one message says about one recipient.
 *
 * <p>{@link #toString()} tells the judgement alone, as addresses are nobody's business.
 *
 * @param recipient whom it is about, as it would be shown to people; null where it does not say
 * @param named every address that it gives for this recipient, original and final (RFC 3464 sections 2.3.1, 2.3.2), in the
 *     spelling it had
 * @param forwarded the address that failed is another than the one that was written to
 */
public record Notification(Judgement judgement, @Nullable String recipient, Set<String> named, boolean forwarded) {

    public Notification {
        named = Set.copyOf(named);
    }

    @Override
    public String toString() {
        return judgement.toString();
    }
}
