package org.mailround.admin;

import java.time.Duration;
import org.mailround.clinic.Clinic;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The clinic's colour for all pages: the policy that guards them lets no style stand in a page itself. */
@Controller
class BrandStyle {

    private final Clinic clinic;

    BrandStyle(Clinic clinic) {
        this.clinic = clinic;
    }

    @GetMapping("/assets/brand.css")
    ResponseEntity<String> brand() {
        String css = ":root{--accent:%s;--accent-dark:%s}".formatted(clinic.accent(), clinic.accentDark());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(css);
    }
}
