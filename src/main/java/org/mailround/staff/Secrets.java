package org.mailround.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Random words that open something, and what is kept of them: whoever reads the database cannot use them. */
@Component
class Secrets {

    private static final int OCTETS = 32;

    private final SecureRandom random = new SecureRandom();

    /** So many random octets. */
    byte[] octets(int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return octets;
    }

    /** One that nobody can guess, of letters, digits, - and _. */
    String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets(OCTETS));
    }

    /** SHA-256 in hexadecimal: what is random needs no salt. */
    static String digest(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
