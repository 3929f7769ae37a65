package org.mailround.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailround.message.SpokenLanguages.Language;
import org.mailround.subscriber.ListOffer;

/**
 * What people may choose from when they subscribe.
 *
 * @param lists at least one
 * @param topics as the clinic names them; none where it names none
 * @param languages those of the mails; none where they are in one alone
 */
record Offer(List<ListOffer> lists, List<String> topics, List<Language> languages) {

    public boolean hasChoice() {
        return lists.size() > 1;
    }

    /** Those among the lists that somebody asked for; where there is but one, that one. */
    List<ListOffer> chosen(Set<String> wanted) {
        return hasChoice()
                ? lists.stream()
                        .filter(offer -> wanted.contains(offer.list().name())
                                || wanted.contains(String.valueOf(offer.list().id())))
                        .toList()
                : lists;
    }

    /** Those among the topics that somebody chose; none where they want all of them. */
    List<String> chosenTopics(Set<String> wanted) {
        List<String> chosen = topics.stream().filter(wanted::contains).toList();
        return chosen.size() == topics.size() ? List.of() : chosen;
    }

    /** The language that somebody chose, if mails can be in it; else null. */
    @Nullable
    String chosenLanguage(String wanted) {
        return languages.stream()
                .map(Language::tag)
                .filter(wanted::equals)
                .findFirst()
                .orElse(null);
    }

    /** The tag of the language that is chosen for somebody until they choose one themselves. */
    String likelyLanguage(Locale page, String clinics) {
        return spoken(page.getLanguage()).or(() -> spoken(clinics)).orElse("");
    }

    private Optional<String> spoken(String language) {
        return languages.stream().map(Language::tag).filter(language::equals).findFirst();
    }
}
