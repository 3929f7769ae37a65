package org.mailround.campaign;

import org.jspecify.annotations.Nullable;

/**
 * One rendering of an edition, frozen: what every recipient of it has in common. Where the person's own words go stand
 * slots, which only the room that renders mail understands.
 *
 * @param selection the number of the selection of articles in it; 0 is what the edition itself says
 * @param language of the fixed words, as a BCP 47 tag in lower case
 * @param subject data, as it goes into the Subject header; null where it is the edition's
 * @param html the HTML part, with slots
 * @param text the text part, with slots, lines separated by LF
 */
public record Variant(
        int selection, String language, @Nullable String subject, String html, String text) {

    /** What the edition itself says. */
    public Variant(String language, String html, String text) {
        this(0, language, null, html, text);
    }

    /** The same as a rendering of a selection that begins with another article. */
    public Variant of(int number, String itsSubject) {
        return new Variant(number, language, itsSubject, html, text);
    }
}
