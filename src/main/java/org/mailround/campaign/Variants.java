package org.mailround.campaign;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The renderings of an edition, one a language and selection of articles.
 *
 * @param all at least one; the first of each selection is for everybody whose language is none of these
 */
public record Variants(List<Variant> all) {

    public Variants {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("an edition is rendered at least once");
        }
    }

    /** The same as renderings of a selection of articles. */
    public List<Variant> of(int selection, String subject) {
        return all.stream().map(variant -> variant.of(selection, subject)).toList();
    }

    /** The one for people who did not say what they read, of what the edition itself says. */
    public Variant usual() {
        return all.get(0);
    }

    /**
     * The one for who reads this language, the most specific first (RFC 4647 section 3.4).
     *
     * @param selection the number of what they get
     * @param language a BCP 47 tag; null where it is not known
     */
    public Variant in(int selection, @Nullable String language) {
        List<Variant> theirs =
                all.stream().filter(variant -> variant.selection() == selection).toList();
        String range = language == null ? "" : language.toLowerCase(Locale.ROOT);
        while (!range.isEmpty()) {
            for (Variant variant : theirs) {
                if (variant.language().equals(range)) {
                    return variant;
                }
            }
            range = range.substring(0, Math.max(0, range.lastIndexOf('-')));
        }
        return theirs.get(0);
    }
}
