package org.mailround.staff;

/** An account cannot be made or changed so; the message says why, and what to do, in a sentence. */
public class AccountException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AccountException(String message) {
        super(message);
    }

    static AccountException noSuch(String name) {
        return new AccountException("There is no account “%s”.".formatted(name));
    }
}
