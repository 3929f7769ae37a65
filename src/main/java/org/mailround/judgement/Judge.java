package org.mailround.judgement;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailround.judgement.Phrases.Found;
import org.mailround.rfc.SmtpReply;

/** The one place that decides what a refusal means: by its words, and by its codes where the words say nothing. */
public final class Judge {

    private static final Phrases PHRASES = Phrases.read(Judge.class, "/judgement/phrases.txt");

    private static final int LONGEST_SENTENCE = 4_000;

    /** As Postfix, Exim and qmail write it. */
    private static final List<String> BEFORE_RECIPIENT = List.of(
            "in reply to mail from",
            "in reply to ehlo",
            "in reply to helo",
            "refused to talk to me",
            "after mail from:",
            "after ehlo ",
            "after helo ",
            "after initial connection",
            "does not like sender",
            "but sender was rejected",
            "but greeting failed",
            "greeting failed. remote host",
            "my name was rejected");

    private Judge() {}

    /** What a relay's reply to RCPT or DATA means for the recipient. */
    public static Judgement ofReply(SmtpReply reply) {
        return of(null, reply.status() == null ? String.valueOf(reply.code()) : reply.status(), reply.line());
    }

    /**
     * What a report means for one recipient.
     *
     * @param action of RFC 3464 section 2.3.3; null where none is told
     * @param status of RFC 3463, or a reply code; null where none is told, and anything else counts as none
     * @param diagnostic what the reporting server, or the one that it spoke to, said
     */
    public static Judgement of(@Nullable String action, @Nullable String status, @Nullable String diagnostic) {
        return of(action, status, diagnostic, null);
    }

    /**
     * The same, with what the report says to people of that recipient.
     *
     * @param account what is read where the diagnostic says nothing; null for none
     */
    public static Judgement of(
            @Nullable String action, @Nullable String code, @Nullable String diagnostic, @Nullable String account) {
        String status = Codes.wellFormed(code);
        List<String> texts = Stream.of(diagnostic, account)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
        Evidence evidence = Evidence.of(PHRASES, texts);
        String told = told(status, evidence.codes());
        Reason byAction = byAction(action);
        Reason decided = byAction != null ? byAction : decide(status, evidence, texts);
        Reason reason = decided == Reason.UNKNOWN && (action != null || status != null) ? Reason.FAILED : decided;
        return new Judgement(reason.bounceClass(), reason.label(), told, shortened(evidence.sentence()));
    }

    private static @Nullable Reason byAction(@Nullable String action) {
        return switch (action == null ? "" : action.strip().toLowerCase(Locale.ROOT)) {
            case "delayed" -> Reason.DELAYED;
            case "delivered", "relayed", "expanded" -> Reason.DELIVERED;
            default -> null;
        };
    }

    private static Reason decide(@Nullable String status, Evidence evidence, List<String> texts) {
        String code = weightiest(status, evidence.codes());
        Found found = evidence.found();
        Reason reason = found == null ? StatusRules.of(code) : Reason.of(found.section());
        if (!reason.isHard()) {
            return reason;
        }
        Character kind = evidence.codes().kind();
        boolean mayPass = kind != null ? kind == '4' : status != null && status.startsWith("4");
        if (mayPass) {
            return Reason.TRY_LATER;
        }
        if (texts.stream().anyMatch(Judge::wasBeforeTheRecipient)) {
            return Reason.SENDER_REFUSED;
        }
        boolean isPolicy = code != null && code.startsWith("5.7.");
        if (reason == Reason.REFUSED_ADDRESS && isPolicy) {
            return Reason.POLICY;
        }
        boolean isOfTheAddress = code != null && code.startsWith("5.1.");
        boolean isUnknown = reason == Reason.UNKNOWN_USER || reason == Reason.REFUSED_ADDRESS;
        return isUnknown && found != null && !isOfTheAddress && texts.stream().anyMatch(Judge::wasRead)
                ? Reason.FILTERED
                : reason;
    }

    /** Refused at MAIL FROM or before, when nobody had said yet whom the mail is for. */
    private static boolean wasBeforeTheRecipient(String text) {
        String said = text.toLowerCase(Locale.ROOT);
        return BEFORE_RECIPIENT.stream().anyMatch(said::contains);
    }

    /** Who takes the whole mail before saying that there is no such user, as mobile carriers do, means that it was filtered. */
    private static boolean wasRead(String text) {
        String said = text.toLowerCase(Locale.ROOT);
        // Sendmail shows DATA also where the refusal was for RCPT, as it does not wait for an answer to each
        boolean isAfterData = said.contains(">>> data") && said.contains("554 5.0.0 service unavailable");
        return isAfterData || said.contains("end of data") || said.contains("final data");
    }

    /** What the other server said counts for more than what this one made of it. */
    private static @Nullable String weightiest(@Nullable String status, Codes codes) {
        if (codes.status() != null && !codes.status().endsWith(".0.0")) {
            return codes.status();
        }
        boolean saysNothing = status == null || status.endsWith(".0.0");
        return !saysNothing ? status : codes.reply() != null ? codes.reply() : status;
    }

    private static @Nullable String told(@Nullable String status, Codes codes) {
        if (status != null && !status.endsWith(".0.0")) {
            return status;
        }
        String said = codes.status() != null ? codes.status() : status;
        return said != null ? said : codes.reply();
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String head = text.length() > LONGEST_SENTENCE ? text.substring(0, LONGEST_SENTENCE) : text;
        return String.join(" ", head.strip().split("\\s+"));
    }
}
