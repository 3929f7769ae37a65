package org.mailround.article;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a feed says of its encoding: in the head of the answer, else in its first line (XML 1.0 appendix F). */
final class FeedEncoding {

    private static final int DECLARATION = 200;
    private static final Pattern ENCODING = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']\\s*([\\w.:-]+)");

    /** Decodes a feed; wrong declarations don't count. */
    static String decode(Fetched fetched) {
        byte[] octets = fetched.octets();
        Charset[] declared = Stream.of(shape(octets), fetched.charset(), declared(octets, StandardCharsets.ISO_8859_1))
                .filter(Objects::nonNull)
                .toArray(Charset[]::new);
        return TextEncoding.decode(octets, declared);
    }

    /** The charset of this name; null where Java does not know it. */
    static @Nullable Charset charset(String name) {
        String dashed = name.replace('_', '-').toLowerCase(Locale.ROOT);
        for (String spelling :
                new String[] {name, dashed, "cp" + dashed, "ibm" + dashed, dashed.replace("windows-", "cp")}) {
            try {
                return Charset.forName(spelling);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                // Written in another way, perhaps.
            }
        }
        return null;
    }

    /** How its first characters must have been written, if they are {@code <?} or {@code <} and a letter. */
    private static @Nullable Charset shape(byte[] octets) {
        if (octets.length < 4) {
            return null;
        }
        int first = (octets[0] & 0xff) << 24 | (octets[1] & 0xff) << 16 | (octets[2] & 0xff) << 8 | octets[3] & 0xff;
        if (first == 0x4C6FA794) {
            Charset ebcdic = charset("IBM037");
            return ebcdic == null ? null : declared(octets, ebcdic);
        }
        if (first == 0x0000003C || first == 0x3C000000) {
            return charset(first == 0x3C000000 ? "UTF-32LE" : "UTF-32BE");
        }
        if ((first & 0xFFFFFF00) == 0x003C0000) {
            return StandardCharsets.UTF_16BE;
        }
        return (first & 0xFFFF00FF) == 0x3C000000 ? StandardCharsets.UTF_16LE : null;
    }

    /** One that cannot be read where it stands cannot be true. */
    private static @Nullable Charset declared(byte[] octets, Charset reading) {
        String head = new String(octets, 0, Math.min(DECLARATION, octets.length), reading);
        Matcher matcher = ENCODING.matcher(head);
        Charset declared = matcher.find() ? charset(matcher.group(1)) : null;
        return declared == null
                        || declared.name().startsWith("UTF-16")
                        || declared.name().startsWith("UTF-32")
                ? null
                : declared;
    }

    private FeedEncoding() {}
}
