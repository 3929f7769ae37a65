package org.mailround.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.mailround.smtp.Relay;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of the desk shows around its own words. */
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {

    private final Clinic clinic;
    private final Relay relay;

    Frame(Clinic clinic, Relay relay) {
        this.clinic = clinic;
        this.relay = relay;
    }

    @ModelAttribute("clinic")
    Clinic clinic() {
        return clinic;
    }

    @ModelAttribute("sandbox")
    boolean sandbox() {
        return relay.isSandbox();
    }

    @ModelAttribute("me")
    @Nullable
    StaffUser me(@AuthenticationPrincipal @Nullable StaffUser me) {
        return me;
    }

    @ModelAttribute("navigation")
    List<NavigationItem> navigation(@AuthenticationPrincipal @Nullable StaffUser me) {
        return me == null ? List.of() : NavigationItem.of(me.role(), relay.isSandbox());
    }

    /** Where the visitor is, so that the navigation can mark it. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
