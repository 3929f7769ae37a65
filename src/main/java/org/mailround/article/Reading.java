package org.mailround.article;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One source, read once: its drafts in order, and what each can be told by. Where a source gives one GUID, or one page,
 * to items that are plainly others, it tells nothing.
 *
 * @param source the name of the source
 */
record Reading(String source, List<Draft> drafts, Map<String, Set<String>> others) {

    static Reading of(String source, List<Draft> drafts) {
        Reading reading = new Reading(source, List.copyOf(drafts), new HashMap<>());
        for (Draft draft : drafts) {
            Identities identities = Identities.of(source, draft);
            reading.note(identities.guid(), draft.link(), draft);
            reading.note(identities.link(), draft.guid(), draft);
        }
        return reading;
    }

    /** What an item of it is known by. */
    Identities identities(Draft draft) {
        Identities all = Identities.of(source, draft);
        return all.without(isAmbiguous(all.guid()), isAmbiguous(all.link()));
    }

    /** All that its items are known by. */
    Set<String> digests() {
        Set<String> digests = new HashSet<>();
        drafts.forEach(draft -> digests.addAll(identities(draft).inOrder()));
        return digests;
    }

    private void note(@Nullable String digest, @Nullable String other, Draft draft) {
        if (digest != null) {
            others.computeIfAbsent(digest, key -> new HashSet<>()).add(other == null ? draft.title() : other);
        }
    }

    private boolean isAmbiguous(@Nullable String digest) {
        return digest != null && others.getOrDefault(digest, Set.of()).size() > 1;
    }
}
