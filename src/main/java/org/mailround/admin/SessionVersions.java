package org.mailround.admin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailround.staff.Account;
import org.mailround.staff.Accounts;
import org.mailround.words.PageLanguage;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose account was given another password or role, or is no more, and one that stays with its first step.
 * As it knows the account, it says which language its pages are in.
 */
@Component
class SessionVersions extends OncePerRequestFilter {

    private final Accounts accounts;
    private final Clock clock;
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

    SessionVersions(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Object principal = authentication == null ? null : authentication.getPrincipal();
        if (principal instanceof StaffUser || principal instanceof FirstStep) {
            Optional<Account> account = current(principal);
            if (account.isEmpty()) {
                logout.logout(request, response, authentication);
            }
            account.ifPresent(it -> PageLanguage.isOf(request, it.language()));
        }
        chain.doFilter(request, response);
    }

    /** The account that it still stands for. */
    private Optional<Account> current(@Nullable Object principal) {
        if (principal instanceof StaffUser user) {
            return accounts.find(user.id()).filter(account -> account.version() == user.version());
        }
        if (principal instanceof FirstStep step && !step.isOverAt(clock.instant())) {
            return accounts.find(step.id()).filter(account -> account.version() == step.version());
        }
        return Optional.empty();
    }
}
