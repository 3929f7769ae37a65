package org.mailround.preflight;

import org.jspecify.annotations.Nullable;

/**
 * Something that was found before mail goes out.
 *
 * @param code what it is, for programs: {@code dns.spf}; it stays the same from version to version
 * @param subject which one of several it is about: a URL, a domain, a campaign; null where there is one alone
 * @param sentence names the thing and the mend, for people; tells no address of a person
 */
public record Finding(
        Severity severity, String code, @Nullable String subject, String sentence) {

    /** Mail should not go out like this. */
    public static Finding error(String code, @Nullable String subject, String sentence) {
        return new Finding(Severity.ERROR, code, subject, sentence);
    }

    /** Mail may go out; somebody should look. */
    public static Finding warning(String code, @Nullable String subject, String sentence) {
        return new Finding(Severity.WARNING, code, subject, sentence);
    }

    /** As it should be, or good to know. */
    public static Finding ok(String code, @Nullable String subject, String sentence) {
        return new Finding(Severity.OK, code, subject, sentence);
    }

    /** What it is about, for people. */
    public Area area() {
        return Area.of(code);
    }

    /** Whether mail should not go out like this. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
