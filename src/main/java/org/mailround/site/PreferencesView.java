package org.mailround.site;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mailround.message.SpokenLanguages.Language;

/**
 * The page of preferences as a person sees it: what is so, or what they typed where that cannot be.
 *
 * @param language the tag of the one that is chosen
 * @param cadence the label of the frequency that is chosen
 * @param pause the number of weeks that is chosen; empty for none
 * @param pausedUntil in words; null where they have not paused
 * @param suppressed whether nothing is sent to them whatever they choose
 * @param wrong what is wrong with what they typed, by the id of the field; in the order of the page
 */
record PreferencesView(
        List<Choice> lists,
        List<TopicChoice> topics,
        String cadence,
        String pause,
        @Nullable String pausedUntil,
        String firstName,
        String lastName,
        String language,
        List<Language> languages,
        boolean suppressed,
        Map<String, String> wrong) {

    /** Whether there is nobody to choose for, or nothing to choose. */
    public boolean isEmpty() {
        return lists.isEmpty();
    }

    public boolean anyList() {
        return lists.stream().anyMatch(Choice::ticked);
    }

    /** How many weeks a pause may have. */
    public List<Integer> weeks() {
        return IntStream.rangeClosed(1, PreferencesForm.LONGEST_PAUSE).boxed().toList();
    }
}
