package org.mailround.admin.health;

import org.mailround.backup.StoredDatabase;
import org.mailround.backup.StoredDatabase.Facts;
import org.mailround.words.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which database it is, and how large. That it answers is seen by the page being there. */
@Component
@Order(7)
class DatabasePart implements Part {

    private static final String PART = "database";

    private final StoredDatabase database;
    private final Sizes sizes;
    private final Words words;

    DatabasePart(StoredDatabase database, Sizes sizes, Words words) {
        this.database = database;
        this.sizes = sizes;
        this.words = words;
    }

    @Override
    public String name() {
        return PART;
    }

    @Override
    public Line look(Signs signs) {
        Facts facts = database.facts();
        Long octets = facts.octets();
        return octets == null
                ? Line.watch(
                        PART,
                        words.say("health.database.memory", facts.name()),
                        words.say("health.database.memory.mend"))
                : Line.well(PART, words.say("health.database.size", facts.name(), sizes.say(octets)));
    }
}
