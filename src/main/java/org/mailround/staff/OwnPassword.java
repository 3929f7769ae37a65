package org.mailround.staff;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The password of somebody who is signed in. */
@Component
public class OwnPassword {

    private final Proofs proofs;
    private final Passwords passwords;
    private final Accounts accounts;

    OwnPassword(Proofs proofs, Passwords passwords, Accounts accounts) {
        this.proofs = proofs;
        this.passwords = passwords;
        this.accounts = accounts;
    }

    /**
     * From now on the other password is the one, if the old is right; sessions that are open end then.
     *
     * @throws AccountException if the other cannot be used
     */
    @Transactional
    public Proof change(long id, String old, String other) {
        String hash = passwords.hash(other);
        Proof proof = proofs.of(id, account -> isRight(account, old) ? Proof.RIGHT : Proof.WRONG);
        if (proof.isGiven()) {
            accounts.changePassword(id, hash);
        }
        return proof;
    }

    private boolean isRight(Account account, String password) {
        return account.passwordHash() != null && passwords.encoder().matches(password, account.passwordHash());
    }
}
