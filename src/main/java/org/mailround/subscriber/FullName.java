package org.mailround.subscriber;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person's names.
 *
 * @param first null where it is not known
 * @param last null where it is not known
 */
record FullName(@Nullable String first, @Nullable String last) {

    /** In which order a column has the names where no comma tells. */
    enum Order {
        FIRST_LAST,
        LAST_FIRST
    }

    private static final Set<String> TITLES = words(
            "mr mrs ms miss mx dr prof professor rev reverend sir dame lady herr frau hr señor señora señorita srta sra"
                    + " monsieur madame mme mlle dott dottssa signor signora dhr mevr mw");
    /** Without the full stop they are names: Phil, Sig. */
    private static final Set<String> SHORTENED_TITLES =
            words("med. dent. vet. phil. dipl. dipl.-ing. ing. mag. sig. sr. fr.");

    private static final Set<String> SUFFIXES = words("jr sr junior senior ii iii iv phd md mbe obe cbe esq msc bsc");
    private static final Set<String> PARTICLES = words(
            "van von vom zu zum zur de der den del della di da do dos du des la las le los el al bin ibn ten ter te af av"
                    + " st san");

    /**
     * Reads a cell as practices write one: “Ana Smith”, “SMITH, Ana (Mrs)”, “Herr Dr. med. Jan van der Berg”. Titles are left
     * out; they or a comma tell that a single word is a last name, which else is a first name.
     */
    static FullName split(String text, Order order) {
        String[] parts = text.split(",", -1);
        List<String> all = wordsOf(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            if (!isDecoration(parts[i])) {
                return lastBeforeFirst(withoutTitles(all), withoutTitles(wordsOf(parts[i])));
            }
        }
        List<String> names = withoutTitles(all);
        if (names.size() < 2) {
            return alone(names, parts.length > 1 || names.size() < all.size());
        }
        int cut = order == Order.LAST_FIRST ? endOfLeadingLastName(names) : startOfTrailingLastName(names);
        List<String> before = names.subList(0, cut);
        List<String> after = names.subList(cut, names.size());
        return order == Order.LAST_FIRST ? lastBeforeFirst(before, after) : lastBeforeFirst(after, before);
    }

    /** First and last, as they are spoken; "" where neither is known. */
    String spoken() {
        return ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
    }

    private static FullName alone(List<String> names, boolean titled) {
        return titled ? new FullName(null, joined(names)) : new FullName(joined(names), null);
    }

    private static FullName lastBeforeFirst(List<String> last, List<String> first) {
        return new FullName(joined(first), joined(last));
    }

    private static @Nullable String joined(List<String> names) {
        return names.isEmpty() ? null : String.join(" ", names);
    }

    /** Where the last name begins: its particles belong to it, but one name stays for the first. */
    private static int startOfTrailingLastName(List<String> names) {
        int start = names.size() - 1;
        while (start > 1 && isOne(SUFFIXES, names.get(start))) {
            start--;
        }
        while (start > 1) {
            boolean linked = start > 2 && names.get(start - 1).equals("y");
            if (!linked && !isOne(PARTICLES, names.get(start - 1))) {
                break;
            }
            start -= linked ? 2 : 1;
        }
        return start;
    }

    private static int endOfLeadingLastName(List<String> names) {
        int end = 1;
        while (end < names.size() - 1 && isOne(PARTICLES, names.get(end - 1))) {
            end++;
        }
        return end;
    }

    /** At least one word stays, whatever it is. */
    private static List<String> withoutTitles(List<String> words) {
        List<String> names = new ArrayList<>(words);
        while (names.size() > 1 && isTitle(names.get(0))) {
            names.remove(0);
        }
        while (names.size() > 1 && isInBrackets(names.get(names.size() - 1))) {
            names.remove(names.size() - 1);
        }
        return names;
    }

    /** Titles and degrees that stand after a comma by themselves; blank ones too. */
    private static boolean isDecoration(String part) {
        return wordsOf(part).stream().allMatch(word -> isTitle(word) || isOne(SUFFIXES, word));
    }

    private static boolean isInBrackets(String word) {
        return word.startsWith("(") && word.endsWith(")") && isTitle(word.substring(1, word.length() - 1));
    }

    private static boolean isTitle(String word) {
        return isOne(TITLES, word) || SHORTENED_TITLES.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isOne(Set<String> words, String word) {
        return words.contains(word.toLowerCase(Locale.ROOT).replace(".", ""));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> wordsOf(String part) {
        return part.isBlank() ? List.of() : List.of(part.strip().split("\\s+"));
    }
}
