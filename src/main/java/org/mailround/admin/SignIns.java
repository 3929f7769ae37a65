package org.mailround.admin;

import org.mailround.staff.Accounts;
import org.mailround.staff.Audit;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Takes note of who signed in, and of who could not. */
@Component
class SignIns {

    private final Accounts accounts;
    private final Audit audit;

    SignIns(Accounts accounts, Audit audit) {
        this.accounts = accounts;
        this.audit = audit;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof StaffUser user) {
            accounts.signedIn(user.id());
            audit.record(user.name(), "signed in", "");
        }
    }

    @EventListener
    void on(AuthenticationFailureBadCredentialsEvent event) {
        String name = event.getAuthentication().getName();
        if (accounts.failedToSignIn(name)) {
            audit.record(accounts.named(name).name(), "was locked, as too many wrong passwords were tried", "");
        }
    }
}
