package org.mailround.campaign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who gets which selection of an edition's articles.
 *
 * @param isOne whether everybody gets selection 0, also those who come later
 * @param others what is in the selections from 1 on; 0 is what the edition itself says
 * @param readers the number of their selection. Whoever is due and not in it gets nothing of this edition
 * @param people how many there are of each
 */
public record Selections(
        boolean isOne, List<Content> others, Map<Readership, Integer> readers, Map<Readership, Long> people) {

    /** Everybody gets all of it. */
    public static final Selections ONE = new Selections(true, List.of(), Map.of(), Map.of());

    public Selections {
        others = List.copyOf(others);
        readers = Map.copyOf(readers);
        people = Map.copyOf(people);
    }

    /** The number of the selection for these people; empty where nothing is for them. */
    Optional<Integer> of(Readership readership) {
        return isOne() ? Optional.of(0) : Optional.ofNullable(readers.get(readership));
    }

    /** How many people get something; unknown where everybody does. */
    long size() {
        return readers.keySet().stream()
                .mapToLong(readership -> people.getOrDefault(readership, 0L))
                .sum();
    }

    /** Those who are due, and for whom nothing is in it. */
    List<Readership> nothingFor() {
        return people.keySet().stream()
                .filter(readership -> !isOne() && !readers.containsKey(readership))
                .toList();
    }

    /** The same without these articles; for whom nothing is left, it is as if nothing were for them. */
    Selections without(Set<Long> articles) {
        if (articles.isEmpty()) {
            return this;
        }
        List<Content> fewer =
                others.stream().map(content -> content.without(articles)).toList();
        Map<Readership, Integer> left = new HashMap<>(readers);
        left.values()
                .removeIf(
                        number -> number > 0 && fewer.get(number - 1).articles().isEmpty());
        return new Selections(isOne, fewer, left, people);
    }
}
