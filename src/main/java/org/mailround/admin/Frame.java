package org.mailround.admin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.mailround.smtp.Relay;
import org.mailround.words.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of the desk shows around its own words. */
@ControllerAdvice(basePackageClasses = Frame.class)
class Frame {

    private final Clinic clinic;
    private final Relay relay;
    private final Words words;

    Frame(Clinic clinic, Relay relay, Words words) {
        this.clinic = clinic;
        this.relay = relay;
        this.words = words;
    }

    /** No control character that somebody sends means anything here, and PostgreSQL takes no NUL. */
    @InitBinder
    void withoutControls(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new ControlsOut());
    }

    @ModelAttribute("clinic")
    Clinic clinic() {
        return clinic;
    }

    @ModelAttribute("words")
    Words words() {
        return words;
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
    List<NavigationSection> navigation(@AuthenticationPrincipal @Nullable StaffUser me) {
        return me == null ? List.of() : NavigationSection.of(me.role(), relay.isSandbox());
    }

    /** Where the visitor is, so that the navigation can mark it. */
    @ModelAttribute("here")
    String here(HttpServletRequest request) {
        return request.getRequestURI();
    }
}
