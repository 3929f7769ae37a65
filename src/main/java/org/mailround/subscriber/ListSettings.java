package org.mailround.subscriber;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people are told of the lists, as it is written under {@code mailround.lists}.
 *
 * @param lists none is fine
 */
@ConfigurationProperties("mailround")
record ListSettings(@DefaultValue List<Entry> lists) {

    /**
     * One list.
     *
     * @param name as its file is called
     * @param title as people read it; null for its name in words
     * @param description a sentence for people; null for none
     * @param open whether everybody may subscribe to it
     */
    record Entry(
            @Nullable String name,
            @Nullable String title,
            @Nullable String description,
            @DefaultValue("false") boolean open) {

        String normalisedName() {
            return ListNames.normalise(String.valueOf(name));
        }
    }

    ListSettings {
        lists = List.copyOf(lists);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < lists.size(); i++) {
            String name = lists.get(i).name();
            if (name == null || !ListNames.isValid(name)) {
                throw new IllegalArgumentException("mailround.lists[%d].name is missing or cannot name a list: use %s"
                        .formatted(i, ListNames.RULE));
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException(
                        "mailround.lists[%d].name is there twice: write what is to be said of %s in one place"
                                .formatted(i, name));
            }
        }
    }

    Optional<Entry> of(String list) {
        return lists.stream().filter(it -> it.normalisedName().equals(list)).findFirst();
    }

    List<Entry> open() {
        return lists.stream().filter(Entry::open).toList();
    }
}
