package org.mailround.judgement;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The codes in a server's words.
 *
 * @param reply of RFC 5321: the first that is for good, else the first; null for none
 * @param status of RFC 3463; null for none
 */
record Codes(@Nullable String reply, @Nullable String status) {

    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])[245]\\.\\d{1,3}\\.\\d{1,3}(?![\\d]|\\.\\d)");

    private static final Pattern WHOLE = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}|[245]\\d\\d");

    private static final Pattern REPLY = Pattern.compile("(?<![\\w.@/-])[45][0-5]\\d(?![\\w./@])");

    private static final Set<String> BEFORE_REPLY = Set.of(
            "said", "error", "code", "reply", "response", "status", "returned", "was", "smtp", "with", "command");

    static Codes of(String text) {
        Matcher status = STATUS.matcher(text);
        return new Codes(reply(text), status.find() ? status.group() : null);
    }

    /** The code if it has the form of RFC 3463 or is a reply code; null if it is anything else, whoever wrote it. */
    static @Nullable String wellFormed(@Nullable String code) {
        return code != null && WHOLE.matcher(code).matches() ? code : null;
    }

    private static @Nullable String reply(String text) {
        String first = null;
        Matcher found = REPLY.matcher(text);
        while (found.find()) {
            if (isReply(text, found.start())) {
                if (found.group().startsWith("5")) {
                    return found.group();
                }
                first = first == null ? found.group() : first;
            }
        }
        return first;
    }

    /** Not a number of something: it comes first, or after a colon and the like, or after one of a few words. */
    private static boolean isReply(String text, int start) {
        int before = start - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        if (before < 0 || !Character.isLetterOrDigit(text.charAt(before))) {
            return true;
        }
        int word = before;
        while (word > 0 && before - word < 10 && Character.isLetter(text.charAt(word - 1))) {
            word--;
        }
        return BEFORE_REPLY.contains(text.substring(word, before + 1).toLowerCase(java.util.Locale.ROOT));
    }

    /** Whether it may pass: 4 for yes, 5 for no, null where neither code is there. */
    @Nullable
    Character kind() {
        return reply != null
                ? Character.valueOf(reply.charAt(0))
                : status != null ? Character.valueOf(status.charAt(0)) : null;
    }
}
