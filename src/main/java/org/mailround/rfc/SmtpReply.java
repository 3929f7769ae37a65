package org.mailround.rfc;

import org.jspecify.annotations.Nullable;

/**
 * What a relay answered to a command (RFC 5321 section 4.2), with its enhanced status code (RFC 3463) if it gave one.
 *
 * @param code three digits, 200 to 599
 * @param status such as {@code 5.1.1}; null where the relay gave none
 * @param text the rest of the reply, several lines joined by a blank
 */
public record SmtpReply(int code, @Nullable String status, String text) {

    /**
     * Reads a whole reply, of one line or several.
     *
     * @return null if this is no SMTP reply
     */
    public static @Nullable SmtpReply parse(@Nullable String reply) {
        if (reply == null) {
            return null;
        }
        String whole = reply.strip();
        if (whole.indexOf('\n') < 0) {
            return ofLine(whole);
        }
        SmtpReply said = null;
        for (String line : whole.split("\n")) {
            SmtpReply next = ofLine(line.strip());
            if (next == null) {
                return null;
            }
            said = said == null ? next : said.and(next);
        }
        return said;
    }

    private static @Nullable SmtpReply ofLine(String line) {
        boolean isReply = line.length() >= 3
                && line.charAt(0) >= '2'
                && line.charAt(0) <= '5'
                && isDigit(line, 1)
                && isDigit(line, 2)
                && (line.length() == 3 || line.charAt(3) == ' ' || line.charAt(3) == '-');
        if (!isReply) {
            return null;
        }
        int code = Integer.parseInt(line, 0, 3, 10);
        String rest = line.length() == 3 ? "" : line.substring(4).strip();
        int statusEnd = statusEnd(rest);
        return statusEnd < 0
                ? new SmtpReply(code, null, rest)
                : new SmtpReply(
                        code,
                        rest.substring(0, statusEnd),
                        rest.substring(statusEnd).strip());
    }

    /** Where an enhanced status code ends that is at the beginning; -1 where there is none. */
    private static int statusEnd(String text) {
        if (text.length() < 5 || "245".indexOf(text.charAt(0)) < 0) {
            return -1;
        }
        int end = afterDigits(text, afterDigits(text, 1));
        boolean isWhole = end > 0 && (end == text.length() || Character.isWhitespace(text.charAt(end)));
        return isWhole ? end : -1;
    }

    /** Past a dot and one to three digits; -1 where there are none. */
    private static int afterDigits(String text, int dot) {
        if (dot < 0 || dot >= text.length() || text.charAt(dot) != '.') {
            return -1;
        }
        int end = dot + 1;
        while (isDigit(text, end) && end <= dot + 3) {
            end++;
        }
        return end == dot + 1 ? -1 : end;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private SmtpReply and(SmtpReply next) {
        String blank = text.isEmpty() || next.text.isEmpty() ? "" : " ";
        return new SmtpReply(next.code, next.status == null ? status : next.status, text + blank + next.text);
    }

    /** Whether the same command may succeed later (RFC 5321 section 4.2.1: 4yz). */
    public boolean isTransient() {
        return code >= 400 && code < 500;
    }

    /** The reply on one line, as the relay worded it. */
    public String line() {
        return code + (status == null ? "" : " " + status) + (text.isEmpty() ? "" : " " + text);
    }
}
