package org.mailround.staff;

import java.nio.charset.StandardCharsets;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password must be, and how it is kept. */
@Component
public class Passwords {

    private static final int SHORTEST = 12;
    /** All that bcrypt takes note of. */
    private static final int LONGEST_OCTETS = 72;

    private final PasswordEncoder encoder = new BCryptPasswordEncoder();

    /** Hashes and compares them. */
    public PasswordEncoder encoder() {
        return encoder;
    }

    /** @throws AccountException if it cannot be used */
    String hash(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new AccountException(
                    "The password is too short: use at least %d characters, such as four words.".formatted(SHORTEST));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_OCTETS) {
            throw new AccountException(
                    "The password is too long: use at most %d characters.".formatted(LONGEST_OCTETS));
        }
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("bcrypt gave no hash");
        }
        return hash;
    }
}
