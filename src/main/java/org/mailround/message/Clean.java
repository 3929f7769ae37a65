package org.mailround.message;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes data fit to stand in a mail. Private-use characters go, because slots are made of them and data must not be able
 * to forge one; controls become a blank, because in a header they would begin another.
 */
final class Clean {

    private static final Pattern CHARACTER_REFERENCE = Pattern.compile("&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?");
    private static final Pattern NEWLINE = Pattern.compile("\r\n?");

    private Clean() {}

    /** A name, a title: text on one line, without blanks around it. */
    static String line(@Nullable String data) {
        if (data == null) {
            return "";
        }
        return (isClean(data) ? data : clean(data, false)).strip();
    }

    /** Text on several lines, separated by LF. */
    static String text(String data) {
        return clean(NEWLINE.matcher(data).replaceAll("\n"), true);
    }

    /** HTML or Markdown: as text, and what a parser would read from its character references too. */
    static String markup(String data) {
        // A replacement, not nothing: what stands on both sides of it could make a reference again.
        return CHARACTER_REFERENCE
                .matcher(text(data))
                .replaceAll(
                        reference -> isHarmless(reference) ? Matcher.quoteReplacement(reference.group()) : "\uFFFD");
    }

    /** Whether nothing of it has to go, as is so of nearly every name: then it need not be taken apart. */
    private static boolean isClean(String data) {
        for (int i = 0; i < data.length(); i++) {
            char c = data.charAt(i);
            boolean ascii = c >= ' ' && c < 0x7f;
            boolean letter = c >= 0xa0 && c < Character.MIN_SURROGATE && c != '\u2028' && c != '\u2029';
            if (!ascii && !letter) {
                return false;
            }
        }
        return true;
    }

    private static String clean(String data, boolean lines) {
        StringBuilder clean = new StringBuilder(data.length());
        data.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL -> clean.append(lines && (c == '\n' || c == '\t') ? (char) c : ' ');
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> clean.append(' ');
                case Character.SURROGATE -> clean.append('\uFFFD');
                default -> {
                    if (!Slots.isPrivate(c)) {
                        clean.appendCodePoint(c);
                    }
                }
            }
        });
        return clean.toString();
    }

    private static boolean isHarmless(MatchResult reference) {
        String hex = reference.group(1);
        try {
            int c = hex == null ? Integer.parseInt(reference.group(2)) : Integer.parseInt(hex, 16);
            return c == '\n' || c == '\t' || (c >= ' ' && c != 0x7f && !Slots.isPrivate(c));
        } catch (NumberFormatException tooLong) {
            return false;
        }
    }
}
