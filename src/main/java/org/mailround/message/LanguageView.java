package org.mailround.message;

import com.ibm.icu.util.ULocale;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;

/**
 * The language of a rendering, as templates see it.
 *
 * @param tag of the fixed words
 * @param dir {@code ltr} or {@code rtl}
 * @param start the side on which its lines begin, {@code left} or {@code right}
 * @param end the other side
 * @param clinic the language that the clinic writes in, where it is another; else null (WCAG 3.1.2)
 * @param clinicDir its direction, where it is another; else null
 */
record LanguageView(
        String tag,
        String dir,
        String start,
        String end,
        @Nullable String clinic,
        @Nullable String clinicDir) {

    static LanguageView of(FixedWords words, Clinic clinic) {
        boolean rightToLeft = words.isRightToLeft();
        boolean clinicRightToLeft = ULocale.forLanguageTag(clinic.language()).isRightToLeft();
        boolean same = clinic.language().equalsIgnoreCase(words.language())
                || clinic.language().toLowerCase(java.util.Locale.ROOT).startsWith(words.language() + "-");
        return new LanguageView(
                words.locale().toLanguageTag(),
                dir(rightToLeft),
                rightToLeft ? "right" : "left",
                rightToLeft ? "left" : "right",
                same ? null : clinic.language(),
                rightToLeft == clinicRightToLeft ? null : dir(clinicRightToLeft));
    }

    private static String dir(boolean rightToLeft) {
        return rightToLeft ? "rtl" : "ltr";
    }
}
