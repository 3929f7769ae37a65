package org.mailround.message;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;

/**
 * The clinic, as templates see it.
 *
 * @param phoneLink the phone number as an address that can be called; null where there is none
 * @param websiteName the website as people say it; null where there is none
 * @param logo its address; null where there is none, or it is not used
 */
record ClinicView(
        String name,
        List<String> postalLines,
        @Nullable String phone,
        @Nullable String phoneLink,
        @Nullable String website,
        @Nullable String websiteName,
        String accent,
        String accentDark,
        String font,
        @Nullable String logo,
        String logoAlt,
        @Nullable Integer logoWidth,
        int logoHeight) {

    static ClinicView of(Clinic clinic) {
        String address = clinic.postalAddress() == null ? "" : Clean.text(clinic.postalAddress());
        String name = Clean.line(clinic.name());
        String phone = emptyToNull(Clean.line(clinic.phone()));
        String website = text(clinic.website());
        String alt = Clean.line(clinic.logoAlt());
        return new ClinicView(
                name,
                address.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                phone,
                phone == null ? null : "tel:" + phone.replaceAll("[^+0-9]", ""),
                website,
                website == null ? null : website.replaceFirst("^https?://", "").replaceFirst("/$", ""),
                clinic.accent(),
                clinic.accentDark(),
                clinic.font().replace('"', '\''),
                text(clinic.logo()),
                alt.isEmpty() ? name : alt,
                clinic.logoWidth(),
                clinic.logoHeight());
    }

    private static @Nullable String text(@Nullable URI uri) {
        return uri == null ? null : emptyToNull(uri.toString());
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
