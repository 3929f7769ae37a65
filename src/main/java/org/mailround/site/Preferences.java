package org.mailround.site;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.TopicChoices;
import org.mailround.message.SpokenLanguages;
import org.mailround.message.SpokenLanguages.Language;
import org.mailround.subscriber.PersonalPreferences;
import org.mailround.subscriber.PreferenceTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people say themselves about what they get. Of somebody who is not there nothing is known, and nothing changes. */
@Component
class Preferences {

    private static final Logger log = LoggerFactory.getLogger(Preferences.class);

    private final PreferenceTable table;
    private final ListChoices lists;
    private final TopicChoices topics;
    private final SpokenLanguages languages;
    private final Clock clock;

    Preferences(PreferenceTable table, ListChoices lists, TopicChoices topics, SpokenLanguages languages, Clock clock) {
        this.table = table;
        this.lists = lists;
        this.topics = topics;
        this.languages = languages;
        this.clock = clock;
    }

    Optional<PersonalPreferences> find(long subscriber) {
        return table.find(subscriber);
    }

    List<Choice> lists(long subscriber) {
        return table.find(subscriber).isEmpty() ? List.of() : lists.of(subscriber);
    }

    /** Those that the clinic names, and others that the person has. */
    List<TopicChoice> topics(PersonalPreferences preferences) {
        Map<String, String> names = new LinkedHashMap<>();
        topics.names().forEach(name -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        preferences.topics().forEach(topic -> names.putIfAbsent(topic, topic));
        return names.entrySet().stream()
                .map(name -> new TopicChoice(
                        name.getKey(), name.getValue(), preferences.topics().contains(name.getKey())))
                .toList();
    }

    List<Language> languages() {
        return languages.all();
    }

    /** The tag of the language that their mail is in. */
    String language(PersonalPreferences preferences) {
        return languages.of(preferences.language());
    }

    /** Whether they are sent nothing now because they said so. */
    boolean isPaused(PersonalPreferences preferences) {
        return preferences.isPausedAt(clock.instant());
    }

    /** What of a form cannot be; with anything wrong, nothing of it is saved. */
    List<Fault> faults(long subscriber, PreferencesForm form) {
        Set<String> tags = languages().stream().map(Language::tag).collect(Collectors.toSet());
        return table.find(subscriber)
                .map(known -> offered(form, known).faults(tags, known.topics()))
                .orElse(List.of());
    }

    @Transactional
    public Changes save(long subscriber, PreferencesForm form) {
        Changes changes = new Changes();
        table.find(subscriber).ifPresent(known -> {
            changes.add(lists.save(subscriber, form.listsShown(), form.lists()));
            PersonalPreferences wanted = offered(form, known).appliedTo(known, language(known), clock.instant());
            table.change(subscriber, known, wanted);
            tell(known, wanted, changes);
        });
        log.info("Subscriber {} chose: {} changes", subscriber, changes.count());
        return changes;
    }

    @Transactional
    public Changes leaveAll(long subscriber) {
        Changes changes = lists.leaveAll(subscriber);
        log.info("Subscriber {} left every list", subscriber);
        return changes;
    }

    /** Ends a pause before its time. */
    @Transactional
    public Changes resume(long subscriber) {
        Changes changes = new Changes();
        table.find(subscriber).filter(this::isPaused).ifPresent(paused -> {
            table.change(subscriber, paused, paused.withPause(null));
            changes.resumed();
            log.info("Subscriber {} ended their pause", subscriber);
        });
        return changes;
    }

    private PreferencesForm offered(PreferencesForm form, PersonalPreferences known) {
        return form.among(topics(known).stream().map(TopicChoice::topic).collect(Collectors.toSet()));
    }

    private void tell(PersonalPreferences before, PersonalPreferences after, Changes changes) {
        if (!after.topics().equals(before.topics())) {
            changes.topics(topics(after).stream()
                    .filter(TopicChoice::ticked)
                    .map(TopicChoice::name)
                    .toList());
        }
        if (after.frequency() != before.frequency()) {
            changes.frequency(after.frequency());
        }
        if (after.pausedUntil() != null && !after.pausedUntil().equals(before.pausedUntil())) {
            changes.paused(after.pausedUntil());
        }
        tellName("first-name", before.firstName(), after.firstName(), changes);
        tellName("last-name", before.lastName(), after.lastName(), changes);
        if (!Objects.equals(after.language(), before.language())) {
            languages().stream()
                    .filter(language -> language.tag().equals(after.language()))
                    .forEach(language -> changes.language(language.name()));
        }
    }

    private static void tellName(String field, @Nullable String before, @Nullable String after, Changes changes) {
        if (!Objects.equals(before, after)) {
            changes.name(field, after == null ? "" : after);
        }
    }
}
