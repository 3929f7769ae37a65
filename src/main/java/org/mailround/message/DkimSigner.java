package org.mailround.message;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

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

    private static final String END_OF_HEADERS = "\r\n\r\n";
    private static final Pattern BETWEEN_HEADERS = Pattern.compile("\r\n(?![ \t])");
    // with the blank before it, and what may come after
    private static final int LONGEST_TOKEN = 72;

    private final String domain;
    private final String selector;
    private final PrivateKey key;

    DkimSigner(String domain, String selector, PrivateKey key) {
        this.domain = domain;
        this.selector = selector;
        this.key = key;
    }

    /**
     * The header that goes before all others of a mail, with its line break.
     *
     * @param mail as it goes out; a relay takes out again what its transport adds to dots
     */
    byte[] header(byte[] mail, Instant date) {
        String octets = new String(mail, StandardCharsets.ISO_8859_1);
        int end = octets.indexOf(END_OF_HEADERS);
        List<String> headers = List.of(BETWEEN_HEADERS.split(octets.substring(0, end)));
        List<String> names = new ArrayList<>();
        List<String> signed = new ArrayList<>();
        OVERSIGNED.forEach(name -> {
            cover(name, headers, names, signed);
            names.add(name);
        });
        SIGNED.forEach(name -> cover(name, headers, names, signed));
        List<String> tokens = tokens(names, bodyHash(mail, end + END_OF_HEADERS.length()), date);
        return header(tokens, folded("b=" + signature(signed, header(tokens, List.of("b=")))))
                .octets();
    }

    /** A name stands once for each header that has it, the last of them first (section 5.4.2). */
    private static void cover(String name, List<String> headers, List<String> names, List<String> signed) {
        String start = name + ":";
        for (int i = headers.size() - 1; i >= 0; i--) {
            if (headers.get(i).regionMatches(true, 0, start, 0, start.length())) {
                names.add(name);
                signed.add(headers.get(i));
            }
        }
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

    private static String bodyHash(byte[] mail, int start) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(digest.digest(Relaxed.body(mail, start)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** Over the headers and over this one, without what is still to come and without a line break at its end. */
    private String signature(List<String> signed, Headers unfinished) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            for (String header : signed) {
                signature.update(Relaxed.header(header));
                signature.update(new byte[] {'\r', '\n'});
            }
            signature.update(Relaxed.header(unfinished.toString().stripTrailing()));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key mailround.dkim.key cannot sign", e);
        }
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
