package org.mailround.admin;

import java.time.Clock;
import java.time.Instant;
import org.mailround.staff.Account;
import org.mailround.staff.Accounts;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds those who sign in among the accounts. */
@Component
class StaffUsers implements UserDetailsService {

    private final Accounts accounts;
    private final Clock clock;

    StaffUsers(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return accounts.find(name).map(this::user).orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    StaffUser user(Account account) {
        Instant lockedUntil = account.lockedUntil();
        return StaffUser.of(account, lockedUntil == null || !lockedUntil.isAfter(clock.instant()));
    }
}
