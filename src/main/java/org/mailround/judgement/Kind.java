package org.mailround.judgement;

import java.util.List;
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

    private static final List<String> SERVERS = List.of(
            "mailer-daemon",
            "mailer_daemon",
            "mailerdaemon",
            "mail-daemon",
            "maildaemon",
            "postmaster",
            "mdaemon",
            "mail delivery",
            "mail administrator",
            "mmdf",
            "uucp",
            "mailsystem",
            "mail-system",
            "bounce-notification",
            "bounces",
            "system administrator",
            "delivery subsystem",
            "postmast");

    static Kind of(Incoming incoming) {
        if (isReceipt(incoming)) {
            return RECEIPT;
        }
        String subject = bare(incoming.subject());
        Found named = Vocabulary.SUBJECTS.find(subject.isEmpty() ? incoming.subject() : subject);
        String section = named == null ? "" : named.section();
        boolean atOnce = named != null && named.start() < 3;
        boolean isServer = isServer(incoming);
        if ((section.equals("autoreply") && atOnce || isAutoreplyTag(incoming.subject())) && !hasFailed(incoming)) {
            return isServer && isReportByText(incoming) ? REPORT : AUTOREPLY;
        }
        if (hasFailed(incoming) || section.equals("report") || section.equals("delayed")) {
            return isMailedByAPerson(incoming, isServer) ? person(incoming, subject) : REPORT;
        }
        if (isAutomatic(incoming)) {
            String said = Vocabulary.find(Vocabulary.TEXTS, incoming.text());
            return "challenge".equals(said) ? CHALLENGE : isServer ? REPORT : AUTOREPLY;
        }
        if (isServer) {
            String said = Vocabulary.find(Vocabulary.TEXTS, incoming.text());
            return "challenge".equals(said) ? CHALLENGE : "autoreply".equals(said) ? AUTOREPLY : REPORT;
        }
        return section.equals("autoreply") ? AUTOREPLY : person(incoming, subject);
    }

    /** Some write it in brackets before the subject that is answered. */
    private static boolean isAutoreplyTag(String subject) {
        int end = subject.indexOf(']');
        return subject.startsWith("[")
                && end > 0
                && "autoreply".equals(Vocabulary.find(Vocabulary.SUBJECTS, subject.substring(1, end)));
    }

    private static Kind person(Incoming incoming, String subject) {
        if (subject.toLowerCase(Locale.ROOT).startsWith("unsubscribe")) {
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

    /** Without “Re:”, “AW:” and tags of lists. */
    private static String bare(String subject) {
        String rest = subject.strip();
        for (int i = 0; i < 8; i++) {
            int end = rest.startsWith("[") ? rest.indexOf(']') : reply(rest);
            if (end < 0) {
                return rest;
            }
            rest = rest.substring(end + 1).strip();
        }
        return rest;
    }

    private static int reply(String subject) {
        int colon = subject.indexOf(':');
        boolean isReply = colon > 0
                && List.of("re", "aw", "fw", "fwd", "sv", "antw", "wg", "tr", "rv", "odp")
                        .contains(subject.substring(0, colon)
                                .toLowerCase(Locale.ROOT)
                                .strip());
        return isReply ? colon : -1;
    }

    private static boolean isReceipt(Incoming incoming) {
        return !incoming.reported("Disposition").isEmpty();
    }

    private static boolean hasFailed(Incoming incoming) {
        return !incoming.headers("X-Failed-Recipients").isEmpty();
    }

    private static boolean isServer(Incoming incoming) {
        String from = String.join(" ", incoming.headers("From")).toLowerCase(Locale.ROOT);
        boolean isNull = incoming.headers("Return-Path").stream()
                .anyMatch(path -> path.strip().equals("<>"));
        return SERVERS.stream().anyMatch(from::contains)
                || isNull && !isAutomatic(incoming)
                || incoming.headers("Content-Type").stream()
                        .anyMatch(type -> type.toLowerCase(Locale.ROOT).contains("multipart/report"));
    }

    private static boolean isMailedByAPerson(Incoming incoming, boolean isServer) {
        return !isServer && !incoming.headers("In-Reply-To").isEmpty() && !isAutomatic(incoming);
    }

    private static boolean isReportByText(Incoming incoming) {
        String said = Vocabulary.find(Vocabulary.TEXTS, incoming.text());
        return "report".equals(said) || "final".equals(said) || "delayed".equals(said);
    }

    /** RFC 3834 section 5, and what was in use before it and beside it. */
    private static boolean isAutomatic(Incoming incoming) {
        return has(incoming, "Auto-Submitted", "auto-replied", "auto-generated", "auto-notified")
                || has(incoming, "Precedence", "auto_reply", "auto-reply")
                || has(incoming, "X-Precedence", "auto_reply")
                || List.of(
                                "X-Autoreply",
                                "X-Autorespond",
                                "X-Autoresponder",
                                "X-Auto-Reply",
                                "X-Auto-Respond",
                                "Auto-Reply",
                                "X-Mail-Autoreply",
                                "X-Autogenerated",
                                "X-AutoReply-From",
                                "X-Vacation",
                                "X-FC-MachineGenerated",
                                "X-POST-MessageClass")
                        .stream()
                        .anyMatch(name -> !incoming.headers(name).isEmpty())
                || has(incoming, "X-Autogenerated", "reply")
                || has(incoming, "Delivered-To", "autoresponder");
    }

    private static boolean has(Incoming incoming, String name, String... values) {
        return incoming.headers(name).stream()
                .map(value -> value.toLowerCase(Locale.ROOT).strip())
                .anyMatch(value -> List.of(values).stream().anyMatch(value::startsWith));
    }
}
