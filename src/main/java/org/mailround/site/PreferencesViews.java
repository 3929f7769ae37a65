package org.mailround.site;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.PersonalPreferences;
import org.mailround.subscriber.Suppressions;
import org.mailround.words.Words.Voice;
import org.springframework.stereotype.Component;

/** Gathers what the page of preferences shows. */
@Component
class PreferencesViews {

    /** Of a person who is not there. */
    private static final PreferencesView NOBODYS =
            new PreferencesView(List.of(), List.of(), "", "", null, "", "", "", List.of(), false, Map.of());

    private final Preferences preferences;
    private final Suppressions suppressions;

    PreferencesViews(Preferences preferences, Suppressions suppressions) {
        this.preferences = preferences;
        this.suppressions = suppressions;
    }

    /** As things are. */
    PreferencesView of(long subscriber, Voice voice) {
        return preferences
                .find(subscriber)
                .map(known -> of(subscriber, known, voice))
                .orElse(NOBODYS);
    }

    /** With what was typed in place of what is so, and what is wrong with it. */
    PreferencesView of(long subscriber, PreferencesForm form, List<Fault> faults, Voice voice) {
        PreferencesView known = of(subscriber, voice);
        Map<String, String> wrong = new LinkedHashMap<>();
        faults.forEach(fault -> wrong.put(fault.field(), voice.say(fault.key())));
        return new PreferencesView(
                known.lists().stream().map(choice -> typed(choice, form)).toList(),
                known.topics().stream().map(choice -> typed(choice, form)).toList(),
                typed(form.cadence(), known.cadence()),
                typed(form.pause(), known.pause()),
                known.pausedUntil(),
                typed(form.firstName(), known.firstName()),
                typed(form.lastName(), known.lastName()),
                typed(form.language(), known.language()),
                known.languages(),
                known.suppressed(),
                wrong);
    }

    private PreferencesView of(long subscriber, PersonalPreferences known, Voice voice) {
        Instant paused = known.pausedUntil();
        return new PreferencesView(
                preferences.lists(subscriber),
                preferences.topics(known),
                known.frequency().label(),
                "",
                paused != null && preferences.isPaused(known) ? voice.moment(paused) : null,
                Objects.requireNonNullElse(known.firstName(), ""),
                Objects.requireNonNullElse(known.lastName(), ""),
                preferences.language(known),
                preferences.languages(),
                suppressions.isSuppressed(subscriber),
                Map.of());
    }

    private static Choice typed(Choice choice, PreferencesForm form) {
        return form.listsShown().contains(choice.list())
                ? choice.ticked(form.lists().contains(choice.list()))
                : choice;
    }

    private static TopicChoice typed(TopicChoice choice, PreferencesForm form) {
        return form.topicsShown().contains(choice.topic())
                ? new TopicChoice(choice.topic(), choice.name(), form.topics().contains(choice.topic()))
                : choice;
    }

    private static String typed(@Nullable String typed, String known) {
        return typed == null ? known : typed;
    }
}
