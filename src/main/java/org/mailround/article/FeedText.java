package org.mailround.article;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The characters of a feed. */
final class FeedText {

    private static final int DECLARATION = 200;
    private static final Pattern ENCODING = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w.:-]+)");
    private static final Pattern BEFORE_ROOT = Pattern.compile("\\A(?:\\s|<\\?.*?\\?>|<!--.*?-->)*+", Pattern.DOTALL);

    /**
     * Decodes a feed and takes away the controls that XML has no place for, but pasted text often has.
     *
     * @param name what the reason calls it
     * @throws UnreadableException if it plainly is no feed
     */
    static String of(Fetched fetched, String name) throws UnreadableException {
        Charset declared = fetched.charset() == null ? declared(fetched.octets()) : fetched.charset();
        String text = Characters.lines(TextEncoding.decode(fetched.octets(), declared)
                .replace("\r\n", "\n")
                .replace('\r', '\n'));
        if (text.isBlank()) {
            throw new UnreadableException("%s is empty: check the address in a browser".formatted(name));
        }
        Matcher matcher = BEFORE_ROOT.matcher(text);
        String root = matcher.find() ? text.substring(matcher.end()) : text;
        if (begins(root, "<!doctype html") || begins(root, "<html")) {
            throw new UnreadableException(
                    "%s answers a web page, not a feed: use the address of its RSS or Atom feed".formatted(name));
        }
        if (begins(root, "<!doctype")) {
            throw new UnreadableException(
                    "%s has a DOCTYPE, which is refused because it can name other files: ask for a feed without one"
                            .formatted(name));
        }
        if (!root.startsWith("<")) {
            throw new UnreadableException(
                    "%s is neither RSS nor Atom: use the address of an RSS or Atom feed".formatted(name));
        }
        return text.stripLeading();
    }

    /** The charset of this name; null where Java does not know it. */
    static @Nullable Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static @Nullable Charset declared(byte[] octets) {
        String head = new String(octets, 0, Math.min(DECLARATION, octets.length), StandardCharsets.ISO_8859_1);
        Matcher matcher = ENCODING.matcher(head);
        return matcher.find() ? charset(matcher.group(1)) : null;
    }

    private static boolean begins(String text, String with) {
        return text.regionMatches(true, 0, with, 0, with.length());
    }

    private FeedText() {}
}
