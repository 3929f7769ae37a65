package org.mailround.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailround.staff.Audit;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Writes the audit trail: what a handler is called there, and what its address names. */
@Component
class AuditInterceptor implements HandlerInterceptor {

    private final Audit audit;

    AuditInterceptor(Audit audit) {
        this.audit = audit;
    }

    /** Before it is done, so that nothing is done that is not written down. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Principal who = request.getUserPrincipal();
        if (who != null && handler instanceof HandlerMethod method) {
            Audited audited = method.getMethodAnnotation(Audited.class);
            if (audited != null) {
                audit.record(who.getName(), audited.value(), subject(request));
            }
        }
        return true;
    }

    /** What could not be done is not left standing as if it had been. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        Principal who = request.getUserPrincipal();
        boolean failed = failure != null || response.getStatus() >= 400;
        if (failed && who != null && handler instanceof HandlerMethod method) {
            Audited audited = method.getMethodAnnotation(Audited.class);
            if (audited != null) {
                audit.record(who.getName(), audited.value() + " (it failed)", subject(request));
            }
        }
    }

    private static String subject(HttpServletRequest request) {
        @Nullable Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (!(variables instanceof Map<?, ?> named)) {
            return "";
        }
        return new TreeMap<>(named)
                .entrySet().stream()
                        .map(variable -> variable.getKey() + " " + variable.getValue())
                        .collect(Collectors.joining(", "));
    }
}
