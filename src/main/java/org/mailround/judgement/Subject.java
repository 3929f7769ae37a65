package org.mailround.judgement;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a subject says by its beginning. */
final class Subject {

    private static final Pattern REPLY = Pattern.compile(
            "^(?i:re|aw|fw|fwd|sv|vs|antw|wg|tr|rv|odp|r|i|res|enc|doorst|ynt|回复|答复|转发|返信|転送)(?:\\[\\d+]|\\^\\d+)?\\s*[:：]");

    /** As the mail programs fill it in that follow our mails' List-Unsubscribe (RFC 2369). */
    private static final Pattern TOKEN = Pattern.compile("^(?i:unsubscribe)[\\s:]+[a-zA-Z2-7]{39}(?![a-zA-Z0-9])");

    private Subject() {}

    /** Without “Re:”, “AW:” and tags of lists. */
    static String bare(String subject) {
        String rest = subject.strip();
        for (int i = 0; i < 8; i++) {
            int end = rest.startsWith("[") ? rest.indexOf(']') + 1 : reply(rest);
            if (end <= 0) {
                return rest;
            }
            rest = rest.substring(end).strip();
        }
        return rest;
    }

    private static int reply(String subject) {
        Matcher reply = REPLY.matcher(subject);
        return reply.find() ? reply.end() : -1;
    }

    /** Whether it asks to leave with what looks like a token; whether it is one is not looked at. */
    static boolean hasToken(String subject) {
        return TOKEN.matcher(bare(subject)).find();
    }

    /** Whether no person begins a subject so: “Automatic reply: News”, or “[Auto-Reply] News”. */
    static boolean isAutomatic(String subject) {
        String whole = subject.strip();
        int end = whole.startsWith("[") ? whole.indexOf(']') : colon(whole);
        String head = end < 0 ? whole : whole.substring(0, end);
        boolean isOfNotes = head.equals("AUTO")
                && "autoreply".equals(Vocabulary.find(Vocabulary.SUBJECTS, whole.substring(head.length())));
        return isOfNotes || Vocabulary.AUTOMATIC.isOne(head);
    }

    private static int colon(String subject) {
        int colon = subject.indexOf(':');
        return colon >= 0 ? colon : subject.indexOf('：');
    }
}
