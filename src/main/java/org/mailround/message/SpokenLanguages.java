package org.mailround.message;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The languages that mails are written in, for people to choose theirs. */
@Component
public class SpokenLanguages {

    /**
     * One language.
     *
     * @param tag as BCP 47 has it, in lower case
     * @param name as its speakers call it, to stand by itself: {@code Español}
     */
    public record Language(String tag, String name) {}

    private final Languages languages;

    SpokenLanguages(Languages languages) {
        this.languages = languages;
    }

    /** In the order of their tags; at least the one that mails are in for people who did not say what they read. */
    public List<Language> all() {
        Set<String> tags = new TreeSet<>(languages.spoken());
        tags.add(languages.usual());
        return tags.stream().map(tag -> new Language(tag, name(tag))).toList();
    }

    /**
     * The tag of the one that somebody gets their mail in, by what they read.
     *
     * @param read a BCP 47 tag; null where it is not known
     */
    public String of(@Nullable String read) {
        return languages.of(read);
    }

    private static String name(String tag) {
        ULocale locale = ULocale.forLanguageTag(tag);
        return LocaleDisplayNames.getInstance(locale, DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU)
                .localeDisplayName(locale);
    }
}
