package org.mailround.subscriber;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.ListFormatter.Type;
import com.ibm.icu.text.ListFormatter.Width;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names of people who share an address, as one subscriber is called: “Ana and Ben” Smith; or, where they have
 * different last names, “Ana Smith and Ben Jones”. A function of the names in their order and nothing else, so that the
 * same file gives the same name again.
 */
final class Household {

    /** Who has more is no household, and is called by the first of them. */
    static final int MOST = 12;

    private Household() {}

    /**
     * @param names one or more
     * @param language a BCP 47 tag: how its speakers write a list
     * @param longest in characters, for either name; who does not fit in is left out
     * @return a last name of "" says that there is none
     */
    static FullName join(List<FullName> names, String language, int longest) {
        List<FullName> people = distinct(names);
        if (people.size() < 2) {
            return people.isEmpty() ? new FullName(null, null) : people.get(0);
        }
        List<String> lastNames = people.stream().map(FullName::last).distinct().toList();
        String shared = lastNames.size() == 1 ? lastNames.get(0) : null;
        List<String> called = lastNames.size() == 1
                ? people.stream().map(FullName::first).filter(Objects::nonNull).toList()
                : people.stream().map(FullName::spoken).toList();
        return new FullName(called.isEmpty() ? null : list(called, language, longest), shared == null ? "" : shared);
    }

    private static List<FullName> distinct(List<FullName> names) {
        Set<String> seen = new LinkedHashSet<>();
        List<FullName> people = new ArrayList<>();
        for (FullName name : names) {
            String spoken = name.spoken().toLowerCase(Locale.ROOT);
            if (!spoken.isEmpty() && seen.add(spoken)) {
                people.add(name);
            }
        }
        // one row has the last name alone, another the whole: that is one person
        return people.stream()
                .filter(name -> name.first() != null || isOnlyOneCalled(name, people))
                .toList();
    }

    private static boolean isOnlyOneCalled(FullName name, List<FullName> people) {
        return Stream.of(name.last())
                .filter(Objects::nonNull)
                .noneMatch(
                        last -> people.stream().anyMatch(other -> other.first() != null && last.equals(other.last())));
    }

    private static String list(List<String> called, String language, int longest) {
        ListFormatter format = ListFormatter.getInstance(Locale.forLanguageTag(language), Type.AND, Width.WIDE);
        for (int count = called.size(); count > 1; count--) {
            String list = format.format(called.subList(0, count));
            if (list.length() <= longest) {
                return list;
            }
        }
        return Cells.line(called.get(0), longest);
    }
}
