package org.mailround.article;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One source, read once: its drafts in order, and what each can be told by. Where a source gives one GUID, or one page,
 * to items that are plainly others, it tells nothing.
 */
final class Reading {

    private final String source;
    private final List<Draft> drafts;
    private final Map<Draft, Identities> identities = new IdentityHashMap<>();

    private Reading(String source, List<Draft> drafts) {
        this.source = source;
        this.drafts = List.copyOf(drafts);
    }

    /** @param source the name of the source */
    static Reading of(String source, List<Draft> drafts) {
        Reading reading = new Reading(source, drafts);
        Map<String, Set<String>> others = new HashMap<>();
        for (Draft draft : drafts) {
            Identities all = Identities.of(source, draft);
            reading.identities.put(draft, all);
            note(all.guid(), draft.link(), draft, others);
            note(all.link(), draft.guid(), draft, others);
        }
        reading.identities.replaceAll(
                (draft, all) -> all.without(isAmbiguous(all.guid(), others), isAmbiguous(all.link(), others)));
        return reading;
    }

    String source() {
        return source;
    }

    List<Draft> drafts() {
        return drafts;
    }

    /** What an item of it is known by. */
    Identities identities(Draft draft) {
        return Objects.requireNonNull(identities.get(draft));
    }

    /** All that its items are known by. */
    Set<String> digests() {
        Set<String> digests = new HashSet<>();
        identities.values().forEach(its -> digests.addAll(its.inOrder()));
        return digests;
    }

    private static void note(
            @Nullable String digest, @Nullable String other, Draft draft, Map<String, Set<String>> others) {
        if (digest != null) {
            others.computeIfAbsent(digest, key -> new HashSet<>()).add(other == null ? draft.title() : other);
        }
    }

    private static boolean isAmbiguous(@Nullable String digest, Map<String, Set<String>> others) {
        return digest != null && others.getOrDefault(digest, Set.of()).size() > 1;
    }
}
