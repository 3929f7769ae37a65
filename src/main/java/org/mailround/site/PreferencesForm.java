package org.mailround.site;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.Frequency;
import org.mailround.subscriber.PersonalPreferences;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;

/**
 * What was sent in, as it was typed. What an older page did not ask is null, or not among what was shown: it stays as it
 * is.
 *
 * @param cadence a {@link Frequency}, if it is right
 * @param pause a number of weeks, if it is right; blank to leave it as it is
 * @param topicsShown the topics that were asked about, in lower case
 * @param topics those of them that were ticked
 * @param listsShown the lists that were asked about
 * @param lists those of them that were ticked
 */
record PreferencesForm(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String language,
        @Nullable String cadence,
        @Nullable String pause,
        Set<String> topicsShown,
        Set<String> topics,
        Set<Long> listsShown,
        Set<Long> lists) {

    static final int LONGEST_PAUSE = 12;

    /**
     * Not bound by Spring, which would take a topic with a comma in it for two.
     *
     * @throws ResponseStatusException if no page of ours sends such a form
     */
    static PreferencesForm of(MultiValueMap<String, String> fields) {
        return new PreferencesForm(
                fields.getFirst("firstName"),
                fields.getFirst("lastName"),
                fields.getFirst("language"),
                fields.getFirst("cadence"),
                fields.getFirst("pause"),
                values(fields, "topicShown").collect(Collectors.toCollection(LinkedHashSet::new)),
                values(fields, "topic").collect(Collectors.toCollection(LinkedHashSet::new)),
                values(fields, "shown").map(PreferencesForm::number).collect(Collectors.toSet()),
                values(fields, "list").map(PreferencesForm::number).collect(Collectors.toSet()));
    }

    /** The same without the topics that nobody offered. */
    PreferencesForm among(Set<String> offeredTopics) {
        Set<String> asked = new LinkedHashSet<>(topicsShown);
        asked.retainAll(offeredTopics);
        return new PreferencesForm(firstName, lastName, language, cadence, pause, asked, topics, listsShown, lists);
    }

    /**
     * What is wrong with it, by field, in the order of the page: the keys of the sentences that say so.
     *
     * @param languages the tags that may be chosen
     * @param topicsKnown those that the person has
     */
    List<Fault> faults(Set<String> languages, List<String> topicsKnown) {
        List<Fault> faults = new ArrayList<>();
        if (topicsAfter(topicsKnown).stream()
                        .mapToInt(topic -> topic.length() + 1)
                        .sum()
                > PersonalPreferences.LONGEST_TOPICS) {
            faults.add(new Fault("topics", "preferences.wrong.topics"));
        }
        if (cadence != null && Frequency.of(cadence).isEmpty()) {
            faults.add(new Fault("cadence", "preferences.wrong.cadence"));
        }
        if (pause != null && !pause.isBlank() && weeks() == 0) {
            faults.add(new Fault("pause", "preferences.wrong.pause"));
        }
        if (isTooLong(firstName)) {
            faults.add(new Fault("first-name", "preferences.wrong.first-name"));
        }
        if (isTooLong(lastName)) {
            faults.add(new Fault("last-name", "preferences.wrong.last-name"));
        }
        if (language != null && !languages.contains(language)) {
            faults.add(new Fault("language", "preferences.wrong.language"));
        }
        return faults;
    }

    /**
     * A person's preferences with what the form says instead; it must have no faults.
     *
     * @param shownLanguage the tag that the page shows for the person's language: choosing it is no change
     */
    PersonalPreferences appliedTo(PersonalPreferences known, String shownLanguage, Instant now) {
        return new PersonalPreferences(
                firstName == null ? known.firstName() : firstName,
                lastName == null ? known.lastName() : lastName,
                language == null || language.equals(shownLanguage) ? known.language() : language,
                topicsAfter(known.topics()),
                cadence == null ? known.frequency() : Frequency.of(cadence).orElseThrow(),
                weeks() == 0
                        ? known.pausedUntil()
                        : now.plus(Duration.ofDays(7L * weeks())).truncatedTo(ChronoUnit.MICROS));
    }

    /** Those that were not asked about stay; the others are as they were ticked. */
    private List<String> topicsAfter(List<String> known) {
        return Stream.concat(
                        known.stream().filter(topic -> !topicsShown.contains(topic) || topics.contains(topic)),
                        topics.stream().filter(topic -> topicsShown.contains(topic) && !known.contains(topic)))
                .toList();
    }

    /** 0 where it is none of those that can be chosen. */
    private int weeks() {
        return pause != null && pause.matches("[1-9]|1[0-2]") ? Integer.parseInt(pause, 10) : 0;
    }

    private static boolean isTooLong(@Nullable String name) {
        return name != null && name.strip().length() > PersonalPreferences.LONGEST_NAME;
    }

    private static Stream<String> values(MultiValueMap<String, String> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream();
    }

    private static Long number(String text) {
        try {
            return Long.valueOf(text, 10);
        } catch (NumberFormatException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no form that can be read", e);
        }
    }
}
