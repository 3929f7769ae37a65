package org.mailround.judgement;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges a whole message: what it says, and of whom. */
public final class MessageJudge {

    private MessageJudge() {}

    /** At least one; several where one message tells of several recipients. */
    public static List<Notification> judge(Incoming incoming) {
        if (Subject.hasToken(incoming.subject())) {
            // whoever has a token may use it, and mail programs that do so are machines
            return one(incoming, BounceClass.UNSUBSCRIBE, "unsubscribe");
        }
        Notification complaint = Complaints.in(incoming);
        if (complaint != null) {
            return List.of(complaint);
        }
        if (!incoming.recipients().isEmpty()) {
            return DeliveryReports.in(incoming);
        }
        return switch (Kind.of(incoming)) {
            case REPORT -> Notices.in(incoming);
            case AUTOREPLY -> one(incoming, BounceClass.AUTOREPLY, "autoreply");
            case CHALLENGE -> one(incoming, BounceClass.AUTOREPLY, "challenge");
            case RECEIPT -> one(incoming, BounceClass.AUTOREPLY, "receipt");
            case UNSUBSCRIBE -> one(incoming, BounceClass.UNSUBSCRIBE, "unsubscribe");
            case OTHER -> one(incoming, BounceClass.UNKNOWN, "no-report");
        };
    }

    /** From somebody, who is whom it is about. */
    private static List<Notification> one(Incoming incoming, BounceClass bounceClass, String reason) {
        String from = Addresses.first(incoming.headers("From"));
        String subject = incoming.subject().isEmpty() ? null : oneLine(incoming.subject());
        return List.of(new Notification(
                new Judgement(bounceClass, reason, null, subject),
                from,
                from == null ? Set.of() : Set.of(from),
                false));
    }

    private static @Nullable String oneLine(String text) {
        return String.join(" ", text.strip().split("\\s+"));
    }
}
