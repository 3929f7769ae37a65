package org.mailround.staff;

import java.time.Clock;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tries to show who one is, besides signing in by a password; too many wrong ones in a row lock the account for a while. */
@Component
class Proofs {

    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    Proofs(Accounts accounts, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Of many tries at once each waits for the one before it, so that none gets past the lock, and no code opens twice.
     *
     * @param judge says what a try is that is not locked out
     */
    @Transactional
    public Proof of(long id, Function<Account, Proof> judge) {
        Account account = accounts.lock(id).orElse(null);
        if (account == null || account.isLockedAt(clock.instant())) {
            return Proof.LOCKED;
        }
        Proof proof = judge.apply(account);
        if (proof == Proof.WRONG && accounts.failedToSignIn(account.name())) {
            audit.record(account.name(), "was locked, as too many wrong passwords or codes were tried", "");
            return Proof.LOCKED;
        }
        return proof;
    }
}
