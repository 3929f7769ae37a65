package org.mailround.subscriber;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a file comes from, which its first two columns tell in whatever encoding a spreadsheet has saved it since. */
enum FileKind {

    /** Another program. */
    FOREIGN,
    /** The bad rows of an import, mended. */
    REJECTS,
    /** An export of a list: it says of each person how they stand. */
    EXPORT;

    private static final int PREFIX = 200;
    private static final String DELIMITER = "\\s*[,;\\t|]\\s*";
    private static final Pattern HINT = Pattern.compile("^sep=.[\\r\\n]+");
    private static final Pattern REJECT_HEADER = Pattern.compile("line" + DELIMITER + "reason" + DELIMITER);
    private static final Pattern EXPORT_HEADER =
            Pattern.compile("email" + DELIMITER + "subscription_state" + DELIMITER);

    /** What cannot be read is foreign: reading it will say why. */
    static FileKind of(Path file) {
        if (!Files.isRegularFile(file)) {
            return FOREIGN;
        }
        try (InputStream octets = Files.newInputStream(file)) {
            String start = plain(octets.readNBytes(PREFIX));
            if (REJECT_HEADER.matcher(start).lookingAt()) {
                return REJECTS;
            }
            return EXPORT_HEADER.matcher(start).lookingAt() ? EXPORT : FOREIGN;
        } catch (IOException e) {
            return FOREIGN;
        }
    }

    /** What counts of what the clinic has written down about the list's files. */
    Mapping mapping(Mapping written) {
        return switch (this) {
            case FOREIGN -> written;
            case REJECTS -> written.forRejects();
            case EXPORT -> Mapping.NONE;
        };
    }

    /** The ASCII of it, in any encoding that has ASCII. */
    private static String plain(byte[] prefix) {
        String ascii = new String(prefix, StandardCharsets.US_ASCII).replaceAll("[\\x00\"\\uFFFD]", "");
        return HINT.matcher(ascii.toLowerCase(Locale.ROOT)).replaceFirst("").strip();
    }
}
