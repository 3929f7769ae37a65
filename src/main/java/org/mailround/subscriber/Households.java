package org.mailround.subscriber;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailround.subscriber.SubscriberRow.Person;

/** Gathers the names of those whose address stands in several rows, until its last row is there. */
final class Households {

    private final boolean wanted;
    private final String usualLanguage;
    private final Map<String, List<FullName>> waiting = new HashMap<>();

    /**
     * @param wanted whether the people of one address are to be named together; else the last row alone counts
     * @param usualLanguage of people whose row tells none, as a BCP 47 tag
     */
    Households(boolean wanted, String usualLanguage) {
        this.wanted = wanted;
        this.usualLanguage = usualLanguage;
    }

    /** A row that is not the last of its address. */
    void gather(Person person) {
        if (wanted) {
            List<FullName> names = waiting.computeIfAbsent(person.canonical(), canonical -> new ArrayList<>(1));
            if (names.size() < Household.MOST) {
                names.add(person.profile().name());
            }
        }
    }

    /** The last row of an address, under the names of all of its rows. */
    Person named(Person last) {
        List<FullName> names = waiting.remove(last.canonical());
        if (names == null) {
            return last;
        }
        names.add(last.profile().name());
        String language = last.profile().language();
        return last.named(Household.join(names, language == null ? usualLanguage : language, RowParser.LONGEST_NAME));
    }
}
