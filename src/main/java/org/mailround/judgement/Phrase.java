package org.mailround.judgement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A few words in their order.
 *
 * @param steps each the words of which one is to come; an empty one is a gap
 */
record Phrase(List<Set<String>> steps) {

    private static final int LONGEST_GAP = 8;

    static Phrase of(String line) {
        List<Set<String>> steps = new ArrayList<>();
        for (String step : line.split(" +")) {
            if (step.equals("*")) {
                steps.add(Set.of());
            } else if (step.indexOf('/') < 0) {
                Words.of(step).words().stream()
                        .filter(word -> !word.equals(Words.END))
                        .forEach(word -> steps.add(Set.of(word)));
            } else {
                Set<String> either = new TreeSet<>();
                for (String one : step.split("/")) {
                    Words.of(one).words().stream().limit(1).forEach(either::add);
                }
                steps.add(either);
            }
        }
        return new Phrase(steps);
    }

    Set<String> first() {
        return steps.get(0);
    }

    /** Where it ends that begins there; -1 where it does not begin there. */
    int endIn(List<String> words, int start) {
        int at = start;
        boolean gap = false;
        for (Set<String> step : steps) {
            if (step.isEmpty()) {
                gap = true;
                continue;
            }
            int last = gap ? Math.min(words.size(), at + LONGEST_GAP + 1) : at + 1;
            while (at < last && at < words.size() && !step.contains(words.get(at))) {
                if (words.get(at).equals(Words.END)) {
                    return -1;
                }
                at++;
            }
            if (at >= last || at >= words.size()) {
                return -1;
            }
            at++;
            gap = false;
        }
        return at;
    }
}
