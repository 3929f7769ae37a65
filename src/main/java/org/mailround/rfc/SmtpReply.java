package org.mailround.rfc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a relay answered to a command (RFC 5321 section 4.2), with its enhanced status code (RFC 3463) if it gave one.
 *
 * @param code three digits, 200 to 599
 * @param status such as {@code 5.1.1}; null where the relay gave none
 * @param text the rest of the reply, several lines joined by a blank
 */
public record SmtpReply(int code, @Nullable String status, String text) {

    private static final Pattern LINE = Pattern.compile("([2-5]\\d\\d)(?:[ -](.*))?");
    private static final Pattern ENHANCED = Pattern.compile("([245]\\.\\d{1,3}\\.\\d{1,3})(?:\\s+(.*))?");

    /**
     * Reads a whole reply, of one line or several.
     *
     * @return null if this is no SMTP reply
     */
    public static @Nullable SmtpReply parse(@Nullable String reply) {
        if (reply == null) {
            return null;
        }
        int code = 0;
        String status = null;
        StringBuilder text = new StringBuilder();
        for (String line : reply.strip().split("\\R")) {
            Matcher matcher = LINE.matcher(line.strip());
            if (!matcher.matches()) {
                return null;
            }
            code = Integer.parseInt(matcher.group(1));
            String rest = matcher.group(2) == null ? "" : matcher.group(2).strip();
            Matcher enhanced = ENHANCED.matcher(rest);
            if (enhanced.matches()) {
                status = enhanced.group(1);
                rest = enhanced.group(2) == null ? "" : enhanced.group(2).strip();
            }
            text.append(text.isEmpty() || rest.isEmpty() ? "" : " ").append(rest);
        }
        return new SmtpReply(code, status, text.toString());
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
