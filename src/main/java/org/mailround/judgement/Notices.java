package org.mailround.judgement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Notices that are written for people alone: a server's words, and whom they are about as far as that can be guessed. */
final class Notices {

    private Notices() {}

    static List<Notification> in(Incoming incoming) {
        Accounts accounts = Accounts.in(incoming);
        String action = isDelayed(incoming) ? "delayed" : "failed";
        List<Notification> all = new ArrayList<>();
        Set<String> recipients = accounts.recipients();
        String whole = incoming.text().isBlank() ? incoming.subject() : incoming.textForEachOf(recipients.size());
        for (String recipient : recipients) {
            all.add(of(incoming, action, recipient, accounts.of(Set.of(recipient)), whole));
        }
        if (all.isEmpty()) {
            all.add(of(incoming, action, mailed(incoming), null, whole));
        }
        return all;
    }

    private static Notification of(
            Incoming incoming, String action, @Nullable String recipient, @Nullable String account, String whole) {
        Judgement judgement = Judge.of(action, null, account, whole);
        if (judgement.bounceClass() == BounceClass.UNKNOWN) {
            judgement = Judge.of(action, null, incoming.subject());
        }
        Set<String> named = new LinkedHashSet<>();
        if (recipient != null) {
            named.add(recipient);
        }
        return new Notification(judgement, recipient, named, false);
    }

    private static boolean isDelayed(Incoming incoming) {
        String said = Vocabulary.find(Vocabulary.TEXTS, incoming.text());
        boolean isFinal = "final".equals(said);
        return !isFinal
                && ("delayed".equals(said)
                        || "delayed".equals(Vocabulary.find(Vocabulary.SUBJECTS, incoming.subject())));
    }

    /** Whom the returned message was for. */
    private static @Nullable String mailed(Incoming incoming) {
        List<String> to = Addresses.all(incoming.returned("To"));
        return to.size() == 1 ? to.get(0) : null;
    }
}
