package org.mailround.judgement;

import java.util.Locale;
import org.mailround.judgement.Phrases.Found;

/** What a message is that carries no report for machines. */
enum Kind {
    REPORT,
    AUTOREPLY,
    CHALLENGE,
    RECEIPT,
    UNSUBSCRIBE,
    OTHER;

    static Kind of(Incoming incoming) {
        if (isReceipt(incoming)) {
            return RECEIPT;
        }
        String subject = Subject.bare(incoming.subject());
        return Machine.wrote(incoming.headers()) ? ofMachine(incoming, subject) : ofPerson(incoming, subject);
    }

    /** Whatever people write of, a person has to read it. */
    private static Kind ofPerson(Incoming incoming, String subject) {
        if (startsUnsubscribe(subject)) {
            return UNSUBSCRIBE;
        }
        return Subject.isAutomatic(incoming.subject()) ? AUTOREPLY : OTHER;
    }

    private static boolean startsUnsubscribe(String subject) {
        return subject.toLowerCase(Locale.ROOT).startsWith("unsubscribe");
    }

    private static Kind ofMachine(Incoming incoming, String subject) {
        Found named = Vocabulary.SUBJECTS.find(subject.isEmpty() ? incoming.subject() : subject);
        String section = named == null ? "" : named.section();
        boolean atOnce = named != null && named.start() < 3;
        boolean isServer = isServer(incoming);
        if ((section.equals("autoreply") && atOnce || isAutoreplyTag(incoming.subject())) && !hasFailed(incoming)) {
            return isServer && isReportByText(incoming) ? REPORT : AUTOREPLY;
        }
        if (hasFailed(incoming) || section.equals("report") || section.equals("delayed")) {
            return isAnswerOfList(incoming, isServer) ? listed(incoming, subject) : REPORT;
        }
        if (isAutomatic(incoming)) {
            String said = Vocabulary.find(Vocabulary.TEXTS, incoming.text());
            return "challenge".equals(said) ? CHALLENGE : isServer ? REPORT : AUTOREPLY;
        }
        if (isServer) {
            String said = Vocabulary.find(Vocabulary.TEXTS, incoming.text());
            return "challenge".equals(said) ? CHALLENGE : "autoreply".equals(said) ? AUTOREPLY : REPORT;
        }
        return section.equals("autoreply") ? AUTOREPLY : listed(incoming, subject);
    }

    /** Some write it in brackets before the subject that is answered. */
    private static boolean isAutoreplyTag(String subject) {
        int end = subject.indexOf(']');
        return subject.startsWith("[")
                && end > 0
                && "autoreply".equals(Vocabulary.find(Vocabulary.SUBJECTS, subject.substring(1, end)));
    }

    /** By way of a list, or in bulk. */
    private static Kind listed(Incoming incoming, String subject) {
        if (startsUnsubscribe(subject)) {
            return UNSUBSCRIBE;
        }
        String said = Vocabulary.find(Vocabulary.TEXTS, incoming.text());
        if ("challenge".equals(said)) {
            return CHALLENGE;
        }
        if ("autoreply".equals(said)) {
            return AUTOREPLY;
        }
        // who answers us may quote a refusal, or ask what one means
        boolean isAnswer = !incoming.headers("In-Reply-To").isEmpty()
                || !incoming.headers("References").isEmpty()
                || !subject.equals(incoming.subject().strip());
        return "report".equals(said) && !isAnswer ? REPORT : OTHER;
    }

    private static boolean isReceipt(Incoming incoming) {
        return !incoming.reported("Disposition").isEmpty();
    }

    private static boolean hasFailed(Incoming incoming) {
        return !incoming.headers("X-Failed-Recipients").isEmpty();
    }

    private static boolean isServer(Incoming incoming) {
        return Machine.isServer(incoming.headers())
                || Machine.isNullSender(incoming.headers()) && !isAutomatic(incoming)
                || Machine.isReport(incoming.headers());
    }

    private static boolean isAnswerOfList(Incoming incoming, boolean isServer) {
        return !isServer && !incoming.headers("In-Reply-To").isEmpty() && !isAutomatic(incoming);
    }

    private static boolean isReportByText(Incoming incoming) {
        String said = Vocabulary.find(Vocabulary.TEXTS, incoming.text());
        return "report".equals(said) || "final".equals(said) || "delayed".equals(said);
    }

    private static boolean isAutomatic(Incoming incoming) {
        return Machine.isAutomatic(incoming.headers());
    }
}
