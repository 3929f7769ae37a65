package org.mailround.subscriber;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.mailround.subscriber.SubscriberRow.Person;

/** Rows that go into the database in one transaction. */
final class Chunk {

    /** H2 fails to tell the new ids where they are more than it holds in memory: 40,000 for a gigabyte of heap. */
    private static final int MOST_ROWS = 4000;

    private static final long MOST_CHARACTERS = 4_000_000;

    private final Map<String, Person> people = new LinkedHashMap<>();
    /** In the order of the index, whose pages then are each read once. */
    private final Set<String> canonicals = new TreeSet<>();

    private long characters;

    void add(Person person) {
        people.put(person.canonical(), person);
        canonicals.add(person.canonical());
        characters += person.profile().attributes().length();
    }

    /** Someone whose row is bad, but who is in the file. */
    void mention(String canonical) {
        canonicals.add(canonical);
    }

    Collection<Person> people() {
        return people.values();
    }

    Set<String> canonicals() {
        return canonicals;
    }

    boolean isEmpty() {
        return canonicals.isEmpty();
    }

    boolean isFull() {
        return canonicals.size() >= MOST_ROWS || characters >= MOST_CHARACTERS;
    }
}
