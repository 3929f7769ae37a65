package org.mailround.admin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;

/** Leads who has shown the right password where they wanted to go, or to the second step; what they wanted is kept then. */
class AfterPassword extends SavedRequestAwareAuthenticationSuccessHandler {

    AfterPassword(RequestCache wanted) {
        setRequestCache(wanted);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (authentication.getPrincipal() instanceof FirstStep step) {
            getRedirectStrategy().sendRedirect(request, response, step.path());
        } else {
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }
}
