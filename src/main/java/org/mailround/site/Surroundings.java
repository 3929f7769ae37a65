package org.mailround.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * What every public page shows around its own words. Addresses on these pages are relative: a proxy may serve them below
 * a path that this program does not know of.
 */
@ControllerAdvice(basePackageClasses = Surroundings.class)
class Surroundings {

    private static final String STYLE = "/assets/plain.css";

    private final Clinic clinic;
    private final ResourceUrlProvider resources;

    Surroundings(Clinic clinic, ResourceUrlProvider resources) {
        this.clinic = clinic;
        this.resources = resources;
    }

    @ModelAttribute("clinic")
    Clinic clinic() {
        return clinic;
    }

    /** What a link to the clinic's website says; null where there is none. */
    @ModelAttribute("websiteName")
    @Nullable
    String websiteName() {
        URI website = clinic.website();
        return website == null ? null : Objects.requireNonNullElse(website.getHost(), website.toString());
    }

    /** The way from this page up to where all pages are: {@code ../}; empty for {@code /subscribe}. */
    @ModelAttribute("root")
    String root(HttpServletRequest request) {
        String path = request.getRequestURI();
        return "../".repeat((int) path.chars().filter(c -> c == '/').count() - 1);
    }

    /** With its content's hash in the name: browsers keep it for a year. */
    @ModelAttribute("style")
    String style(HttpServletRequest request) {
        String path = Objects.requireNonNullElse(resources.getForLookupPath(STYLE), STYLE);
        return root(request) + path.substring(1);
    }

    @ExceptionHandler(MultipartException.class)
    @ResponseStatus(code = HttpStatus.BAD_REQUEST, reason = "no form that can be read")
    void unreadable() {}
}
