package org.mailround.admin;

import java.time.Clock;
import org.mailround.staff.Account;
import org.mailround.staff.Accounts;
import org.mailround.staff.Passwords;
import org.mailround.staff.SecondFactors;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Component;

/** Compares passwords. Where a password is not enough, what comes of it has no right but to go on. */
@Component
class PasswordProvider extends DaoAuthenticationProvider {

    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final Clock clock;

    PasswordProvider(
            StaffUsers users, Passwords passwords, Accounts accounts, SecondFactors secondFactors, Clock clock) {
        super(users);
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.clock = clock;
        setPasswordEncoder(passwords.encoder());
        setPostAuthenticationChecks(this::requireStillUnlocked);
    }

    /** Many tries at once may have locked it while the password was compared. */
    private void requireStillUnlocked(UserDetails user) {
        if (accounts.named(user.getUsername()).isLockedAt(clock.instant())) {
            throw new LockedException("locked meanwhile");
        }
    }

    @Override
    protected Authentication createSuccessAuthentication(
            Object principal, Authentication authentication, UserDetails user) {
        Account account = accounts.named(user.getUsername());
        if (!secondFactors.isAskedOf(account)) {
            return super.createSuccessAuthentication(principal, authentication, user);
        }
        UsernamePasswordAuthenticationToken first = UsernamePasswordAuthenticationToken.authenticated(
                FirstStep.of(account, clock.instant()), null, AuthorityUtils.createAuthorityList(FirstStep.AUTHORITY));
        first.setDetails(authentication.getDetails());
        return first;
    }
}
