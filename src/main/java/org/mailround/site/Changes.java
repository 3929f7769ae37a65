package org.mailround.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mailround.subscriber.Frequency;
import org.mailround.words.Words.Voice;

/** What a save came to, to be told in exact words: each change by its name, and nothing that was not one. */
final class Changes {

    private interface Sentence {
        String in(Voice voice);
    }

    private final List<String> begun = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final List<Sentence> others = new ArrayList<>();

    void begun(String list) {
        begun.add(list);
    }

    void left(String list) {
        left.add(list);
    }

    /** @param names as people read them; none for every topic */
    void topics(List<String> names) {
        others.add(voice -> names.isEmpty()
                ? voice.say("preferences.changed.topics.all")
                : voice.say("preferences.changed.topics", String.join(", ", names)));
    }

    void frequency(Frequency frequency) {
        others.add(voice ->
                voice.say("preferences.changed.cadence", voice.say("preferences.cadence." + frequency.label())));
    }

    /** @param field {@code first-name} or {@code last-name} */
    void name(String field, String name) {
        others.add(voice -> name.isEmpty()
                ? voice.say("preferences.changed." + field + ".none")
                : voice.say("preferences.changed." + field, name));
    }

    /** @param name as its speakers call it */
    void language(String name) {
        others.add(voice -> voice.say("preferences.changed.language", name));
    }

    void paused(Instant until) {
        others.add(voice -> voice.say("preferences.changed.paused", voice.moment(until)));
    }

    void resumed() {
        others.add(voice -> voice.say("preferences.changed.resumed"));
    }

    void add(Changes more) {
        begun.addAll(more.begun);
        left.addAll(more.left);
        others.addAll(more.others);
    }

    int count() {
        return begun.size() + left.size() + others.size();
    }

    /** A sentence for each thing; one that says so where nothing has changed. */
    List<String> sentences(Voice voice) {
        List<String> sentences = new ArrayList<>();
        if (!begun.isEmpty()) {
            sentences.add(voice.say("preferences.changed.begun", String.join(", ", begun)));
        }
        if (!left.isEmpty()) {
            sentences.add(voice.say("preferences.changed.left", String.join(", ", left)));
        }
        others.forEach(sentence -> sentences.add(sentence.in(voice)));
        return sentences.isEmpty() ? List.of(voice.say("preferences.changed.none")) : sentences;
    }
}
