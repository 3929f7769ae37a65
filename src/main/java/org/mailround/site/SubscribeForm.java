package org.mailround.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.mailround.words.PageLanguage;

/**
 * What somebody typed into the form, as they typed it: nothing is left out that was wrong.
 *
 * @param lists names or numbers of lists
 * @param trap what is in the field that people do not see
 * @param shownIn the tag of the language that the form was in
 */
record SubscribeForm(
        String email,
        String firstName,
        Set<String> lists,
        Set<String> topics,
        String language,
        String trap,
        String shownIn) {

    static final SubscribeForm EMPTY = new SubscribeForm("", "", Set.of(), Set.of(), "", "", "");

    static SubscribeForm of(HttpServletRequest request) {
        return new SubscribeForm(
                value(request, "email"),
                value(request, "first_name"),
                values(request, "list"),
                values(request, "topic"),
                value(request, "language"),
                value(request, "comment"),
                value(request, "words"));
    }

    /** Programs fill in whatever they find. */
    boolean isTrapped() {
        return !trap.isBlank();
    }

    /** The language that the form was in, or the other one where it does not say, or says one that it cannot be in. */
    Locale shownIn(Locale other) {
        return PageLanguage.SPOKEN.stream()
                .filter(spoken -> spoken.toLanguageTag().equals(shownIn))
                .findFirst()
                .orElse(other);
    }

    private static String value(HttpServletRequest request, String field) {
        return Objects.requireNonNullElse(request.getParameter(field), "");
    }

    private static Set<String> values(HttpServletRequest request, String field) {
        String[] values = request.getParameterValues(field);
        return values == null ? Set.of() : new LinkedHashSet<>(List.copyOf(Arrays.asList(values)));
    }
}
