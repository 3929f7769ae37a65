package org.mailround.admin.staff;

import java.nio.charset.StandardCharsets;
import org.mailround.clinic.Clinic;
import org.mailround.staff.SecondFactors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.util.UriUtils;

/** What somebody is shown who sets up the application that shows them codes. */
@Component
class SetUp {

    private final SecondFactors secondFactors;
    private final Clinic clinic;

    SetUp(SecondFactors secondFactors, Clinic clinic) {
        this.secondFactors = secondFactors;
        this.clinic = clinic;
    }

    /** Puts the secret, to type and to scan, on the page, if it was begun and not confirmed yet. */
    void show(long id, String name, Model model) {
        secondFactors.begun(id).ifPresent(secret -> {
            model.addAttribute("secret", secret.replaceAll("(.{4})(?=.)", "$1 "));
            model.addAttribute("picture", QrCodes.dataUri(uri(name, secret)));
        });
    }

    /** As applications read it (Google Authenticator's “Key URI Format”). */
    private String uri(String name, String secret) {
        String issuer = encoded(clinic.name());
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(issuer, encoded(name), secret, issuer);
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
