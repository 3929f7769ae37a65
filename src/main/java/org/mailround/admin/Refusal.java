package org.mailround.admin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/** A form whose token is not right: from a stranger it leads where all that a stranger tries leads. */
class Refusal implements AccessDeniedHandler {

    private final AccessDeniedHandler page = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        if (isSomebody(SecurityContextHolder.getContext().getAuthentication())) {
            page.handle(request, response, refused);
        } else {
            response.sendRedirect("/login?expired");
        }
    }

    private static boolean isSomebody(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof StaffUser;
    }
}
