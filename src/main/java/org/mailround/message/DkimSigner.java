package org.mailround.message;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Signs mails (RFC 6376) with rsa-sha256 (RFC 8301), relaxed as to blanks and folds. Safe for many threads.
 *
 * <p>No {@code l=}, under which others could add to a body; no {@code x=}, as mail may wait long on its way.
 */
final class DkimSigner {

    /** Signed once more than they are there, so that nobody can add another (section 5.4.2). */
    private static final List<String> OVERSIGNED = List.of("From", "To", "Subject", "Date", "Reply-To");

    // RFC 8058 section 4 asks for both of List-Unsubscribe
    private static final List<String> SIGNED = List.of(
            "Message-ID",
            "MIME-Version",
            "Content-Type",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Feedback-ID");

    private static final byte[] LINE_BREAK = {'\r', '\n'};
    // with the blank before it, and what may come after
    private static final int LONGEST_TOKEN = 72;

    private final String domain;
    private final String selector;
    private final Rsa rsa;

    DkimSigner(String domain, String selector, Rsa rsa) {
        this.domain = domain;
        this.selector = selector;
        this.rsa = rsa;
    }

    /**
     * The header that goes before all others of a mail, with its line break.
     *
     * @param headers as they go out, each with its line break
     * @param bodyHash SHA-256 over the body in its canonical form
     */
    byte[] header(byte[] headers, byte[] bodyHash, Instant date) {
        HeaderLines lines = new HeaderLines(headers);
        List<String> names = new ArrayList<>();
        List<byte[]> signed = new ArrayList<>();
        for (String name : OVERSIGNED) {
            cover(name, lines, names, signed);
            names.add(name);
        }
        for (String name : SIGNED) {
            cover(name, lines, names, signed);
        }
        List<String> tokens = tokens(names, Base64.getEncoder().encodeToString(bodyHash), date);
        signed.add(covered(header(tokens, List.of("b="))));
        return header(tokens, folded("b=" + Base64.getEncoder().encodeToString(rsa.sign(signed))))
                .octets();
    }

    /** A name stands once for each header that has it, the last of them first (section 5.4.2). */
    private static void cover(String name, HeaderLines lines, List<String> names, List<byte[]> signed) {
        for (int i = lines.count() - 1; i >= 0; i--) {
            if (lines.isNamed(i, name)) {
                names.add(name);
                signed.add(lines.relaxed(i));
                signed.add(LINE_BREAK);
            }
        }
    }

    /** This header is covered without what is still to come, and without a line break at its end. */
    private static byte[] covered(Headers unfinished) {
        byte[] octets = unfinished.toString().getBytes(StandardCharsets.ISO_8859_1);
        return Relaxed.header(octets, 0, octets.length - LINE_BREAK.length);
    }

    private List<String> tokens(List<String> names, String bodyHash, Instant date) {
        List<String> tokens = new ArrayList<>(List.of(
                "v=1;",
                "a=rsa-sha256;",
                "c=relaxed/relaxed;",
                "d=" + domain + ";",
                "s=" + selector + ";",
                "t=" + date.getEpochSecond() + ";",
                "bh=" + bodyHash + ";"));
        StringBuilder token = new StringBuilder("h=");
        for (String name : names) {
            if (token.length() + name.length() >= LONGEST_TOKEN) {
                tokens.add(token.toString());
                token.setLength(0);
            }
            token.append(name).append(':');
        }
        token.setCharAt(token.length() - 1, ';');
        tokens.add(token.toString());
        return tokens;
    }

    private static Headers header(List<String> tokens, List<String> end) {
        List<String> all = new ArrayList<>(tokens);
        all.addAll(end);
        return new Headers().tokens("DKIM-Signature", all);
    }

    /** Blanks within a value in Base64 do not count (section 3.5). */
    private static List<String> folded(String value) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < value.length(); i += LONGEST_TOKEN) {
            tokens.add(value.substring(i, Math.min(value.length(), i + LONGEST_TOKEN)));
        }
        return tokens;
    }
}
