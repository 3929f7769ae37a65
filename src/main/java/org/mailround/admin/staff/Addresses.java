package org.mailround.admin.staff;

import java.util.Optional;
import org.mailround.rfc.EmailAddress;

/** Addresses as people type them. */
final class Addresses {

    private Addresses() {}

    /** Empty where nothing was typed, or none. */
    static Optional<EmailAddress> read(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(EmailAddress.parse(typed.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
