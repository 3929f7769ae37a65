package org.mailround.words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Clinic;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language that a page is in: that of the person whose page it is, where it is known, else one that the browser asks
 * for, else the clinic's.
 */
@Component("localeResolver")
public class PageLanguage implements LocaleResolver {

    /** The languages that the files in {@code words} are in; English is the one for who reads none of them. */
    public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.GERMAN);

    private static final String PERSONS = PageLanguage.class.getName() + ".persons";

    private final Locale clinics;

    PageLanguage(Clinic clinic) {
        this.clinics = spoken(clinic.language(), Locale.ENGLISH);
    }

    /**
     * Says what the person reads whose page is asked for, before it is rendered.
     *
     * @param language a BCP 47 tag; null where it is not known
     */
    public static void isOf(HttpServletRequest request, @Nullable String language) {
        request.setAttribute(PERSONS, language);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Locale visitors = spoken(request.getHeader("Accept-Language"), clinics);
        return request.getAttribute(PERSONS) instanceof String language ? spoken(language, visitors) : visitors;
    }

    /** RFC 4647 section 3.4; who asks for nothing, or in no way that can be read, gets the other. */
    private static Locale spoken(@Nullable String wanted, Locale other) {
        if (wanted == null || wanted.isBlank()) {
            return other;
        }
        try {
            Locale found = Locale.lookup(LanguageRange.parse(wanted), SPOKEN);
            return found == null ? other : found;
        } catch (IllegalArgumentException e) {
            return other;
        }
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("a page's language follows from whose it is");
    }
}
