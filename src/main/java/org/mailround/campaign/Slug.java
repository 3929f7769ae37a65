package org.mailround.campaign;

import java.text.Normalizer;
import java.util.Locale;

/** The name of a campaign made from its subject: lower-case ASCII letters and digits, joined by hyphens. */
final class Slug {

    private static final int LENGTH = 80;

    private Slug() {}

    static String of(String subject) {
        String plain = Normalizer.normalize(subject, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), LENGTH)).replaceAll("^-+|-+$", "");
        // a subject without a single Latin letter still needs a name of its own
        return cut.isEmpty() ? "one-off-" + Integer.toHexString(subject.hashCode()) : cut;
    }
}
