package org.mailround.judgement;

import org.jspecify.annotations.Nullable;

/** By which words a message is known for what it is; what its refusal means is the judge's. */
final class Vocabulary {

    static final Phrases AUTOMATIC = read("automatic");
    static final Phrases RETURNED = read("returned");
    static final Phrases SUBJECTS = read("subjects");
    static final Phrases TEXTS = read("texts");

    private Vocabulary() {}

    private static Phrases read(String name) {
        return Phrases.read(Vocabulary.class, "/judgement/" + name + ".txt");
    }

    /** The section whose phrase is in this text; null for none. */
    static @Nullable String find(Phrases phrases, String text) {
        Phrases.Found found = phrases.find(text);
        return found == null ? null : found.section();
    }
}
