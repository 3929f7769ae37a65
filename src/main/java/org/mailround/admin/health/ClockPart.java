package org.mailround.admin.health;

import java.time.Duration;
import org.mailround.backup.StoredDatabase;
import org.mailround.clinic.Clinic;
import org.mailround.words.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What time it is here, and whether the database agrees: whoever is wrong sends at a wrong time. */
@Component
@Order(11)
class ClockPart implements Part {

    private static final String PART = "clock";
    private static final Duration APART = Duration.ofMinutes(1);

    private final StoredDatabase database;
    private final Clinic clinic;
    private final Words words;

    ClockPart(StoredDatabase database, Clinic clinic, Words words) {
        this.database = database;
        this.clinic = clinic;
        this.words = words;
    }

    @Override
    public String name() {
        return PART;
    }

    @Override
    public Line look(Signs signs) {
        Duration apart = Duration.between(database.facts().clock(), signs.now()).abs();
        String sentence = words.say(
                "health.clock.is", words.moment(signs.now()), clinic.zone().getId());
        return apart.compareTo(APART) > 0
                ? Line.watch(
                        PART,
                        sentence,
                        words.say("health.clock.apart", apart.plusSeconds(30).toMinutes()))
                : Line.well(PART, sentence);
    }
}
