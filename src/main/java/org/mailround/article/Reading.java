package org.mailround.article;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One source, read once: its drafts in order, and what each can be told by. Where a source gives one GUID, or one page,
 * to items that are plainly others, it tells nothing.
 */
final class Reading {

    private final String source;
    private final Map<String, Set<String>> others = new HashMap<>();

    /** @param source the name of the source */
    Reading(String source, Collection<Draft> drafts) {
        this.source = source;
        for (Draft draft : drafts) {
            Identities identities = Identities.of(source, draft);
            note(identities.guid(), draft.link(), draft);
            note(identities.link(), draft.guid(), draft);
        }
    }

    /** What an item of it is known by. */
    Identities identities(Draft draft) {
        Identities all = Identities.of(source, draft);
        return all.without(isAmbiguous(all.guid()), isAmbiguous(all.link()));
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
