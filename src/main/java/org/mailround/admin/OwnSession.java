package org.mailround.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.mailround.staff.Account;
import org.mailround.staff.Accounts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** The session of who asks: it goes on as another, with another number, when what it stands for has changed. */
@Component
public class OwnSession {

    private final Accounts accounts;
    private final StaffUsers users;
    private final RequestCache wanted;
    private final ApplicationEventPublisher events;
    private final SessionAuthenticationStrategy fresh;
    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final SecurityContextLogoutHandler logout = new SecurityContextLogoutHandler();

    OwnSession(
            Accounts accounts,
            StaffUsers users,
            RequestCache wanted,
            CsrfTokenRepository tokens,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.users = users;
        this.wanted = wanted;
        this.events = events;
        this.fresh = new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens)));
    }

    /**
     * Signs somebody in who has done the second step.
     *
     * @return where they wanted to go when they were asked to sign in
     */
    public String signIn(FirstStep step, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = goOn(step.id(), request, response);
        events.publishEvent(new InteractiveAuthenticationSuccessEvent(authentication, OwnSession.class));
        SavedRequest page = wanted.getRequest(request, response);
        wanted.removeRequest(request, response);
        return page == null ? "/" : page.getRedirectUrl();
    }

    /** Goes on with the account as it is now, where a change of it ended all sessions that were open. */
    public void renew(StaffUser user, HttpServletRequest request, HttpServletResponse response) {
        goOn(user.id(), request, response);
    }

    private Authentication goOn(long id, HttpServletRequest request, HttpServletResponse response) {
        Account account = accounts.find(id).orElseThrow(() -> new AbsentException("account " + id));
        StaffUser user = users.user(account);
        Authentication authentication =
                UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        fresh.onAuthentication(authentication, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return authentication;
    }

    /** Ends it. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        logout.logout(request, response, SecurityContextHolder.getContext().getAuthentication());
    }
}
