package org.mailround.admin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/**
 * What somebody may not do, and a form whose token is not right: from a stranger it leads where all that a stranger tries
 * leads, and from who has done no more than a first step to the second.
 */
class Refusal implements AccessDeniedHandler {

    private final AccessDeniedHandler page = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException, ServletException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof FirstStep step) {
            lead(step.path(), request, response);
        } else if (isSomebody(authentication)) {
            page.handle(request, response, refused);
        } else {
            response.sendRedirect("/login?expired");
        }
    }

    /** The whole page, where a part of one was asked for. */
    private static void lead(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect(path);
        } else {
            response.setHeader("HX-Redirect", path);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
    }

    private static boolean isSomebody(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof StaffUser;
    }
}
