package org.mailround.message;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;

/** The clinic, as templates see it. */
record ClinicView(
        String name,
        List<String> postalLines,
        @Nullable String phone,
        @Nullable String website,
        String accent,
        String accentDark,
        @Nullable String logo) {

    static ClinicView of(Clinic clinic) {
        String address = clinic.postalAddress() == null ? "" : Clean.text(clinic.postalAddress());
        return new ClinicView(
                Clean.line(clinic.name()),
                address.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                clinic.phone() == null ? null : Clean.line(clinic.phone()),
                text(clinic.website()),
                clinic.accent(),
                clinic.accentDark(),
                text(clinic.logo()));
    }

    private static @Nullable String text(@Nullable URI uri) {
        return uri == null ? null : uri.toString();
    }
}
