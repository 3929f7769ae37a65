package org.mailround.judgement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Feedback reports (RFC 5965), and what was sent before there were any. */
final class Complaints {

    /** A person pressed the button. Of the others some are by machines, some say that it was no spam after all. */
    private static final Set<String> BY_PEOPLE = Set.of("abuse", "fraud", "opt-out", "opt-out-list");

    private static final Set<String> OFFICES =
            Set.of("staff", "abuse", "scomp", "complaints", "feedback", "feedbackloop", "fbl", "fbl-no-reply");

    private static final List<String> RECIPIENTS = List.of(
            "X-HmXmrOriginalRecipient",
            "X-Original-To",
            "Delivered-To",
            "X-Rcpt-To",
            "X-Envelope-To",
            "Envelope-To",
            "To");

    private Complaints() {}

    /** What the reader complained of; null where this is no feedback report. */
    static @Nullable Notification in(Incoming incoming) {
        List<String> types = incoming.reported("Feedback-Type");
        if (!types.isEmpty()) {
            String type = types.get(0).strip().toLowerCase(Locale.ROOT);
            boolean isComplaint = BY_PEOPLE.contains(type);
            return of(
                    incoming,
                    isComplaint ? BounceClass.COMPLAINT : BounceClass.UNKNOWN,
                    isComplaint ? type : "feedback",
                    "Feedback-Type: " + shortened(type));
        }
        String subject = incoming.subject();
        boolean isByMachine = Machine.wrote(incoming.headers()) || isFromOffice(incoming);
        boolean isOld = isByMachine
                && "complaint".equals(Vocabulary.find(Vocabulary.SUBJECTS, subject))
                && (!incoming.returned("From").isEmpty()
                        || !incoming.returned("Message-ID").isEmpty());
        return isOld ? of(incoming, BounceClass.COMPLAINT, "abuse", shortened(subject)) : null;
    }

    /** The desks of providers that sent them. */
    private static boolean isFromOffice(Incoming incoming) {
        String from = Addresses.first(incoming.headers("From"));
        return from != null
                && OFFICES.contains(from.substring(0, from.indexOf('@')).toLowerCase(Locale.ROOT));
    }

    private static Notification of(Incoming incoming, BounceClass bounceClass, String reason, String diagnostic) {
        Set<String> named = new LinkedHashSet<>();
        named.addAll(told(incoming.reported("Original-Rcpt-To")));
        named.addAll(told(incoming.reported("Removal-Recipient")));
        if (named.isEmpty()) {
            for (String header : RECIPIENTS) {
                named.addAll(told(incoming.returned(header)));
            }
        }
        String recipient = named.isEmpty() ? null : named.iterator().next();
        return new Notification(new Judgement(bounceClass, reason, null, diagnostic), recipient, named, false);
    }

    /** A redacted address (RFC 6590) is nobody's. */
    private static List<String> told(List<String> values) {
        return Addresses.all(values).stream()
                .filter(address -> !isRedacted(address.substring(0, Math.max(0, address.lastIndexOf('@')))))
                .toList();
    }

    private static boolean isRedacted(String local) {
        String plain = local.toLowerCase(Locale.ROOT);
        return plain.contains("redacted") || plain.chars().allMatch(c -> "x*…._-#".indexOf(c) >= 0);
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200);
    }
}
