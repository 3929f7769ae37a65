package org.mailround.subscriber;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.Difference.Change;
import org.mailround.subscriber.Difference.Kind;
import org.mailround.subscriber.SubscriberRow.Person;

/** What is decided of the people of a chunk, counted, and told where somebody listens. */
final class Decisions {

    private final boolean telling;
    private final Changes changes = new Changes();
    private final List<Difference> differences = new ArrayList<>();
    private long added;
    private long changed;
    private long unchanged;
    private long notResurrected;

    Decisions(boolean telling) {
        this.telling = telling;
    }

    /** @param suppression why the address must not be mailed, though nobody is known by it; null where it may */
    void stranger(Person person, @Nullable String suppression) {
        if (suppression == null) {
            changes.welcome(person);
            added++;
            tell(Kind.NEW, person, null, Map.of());
        } else {
            leaveAlone(person, Known.suppressed(suppression));
        }
    }

    void known(Known before, Person person) {
        Standing told = person.standing();
        boolean asksForMail = !told.isUnsubscribed() && told.suppression() == null;
        String whyGone = before.whyGone();
        if (whyGone != null && asksForMail) {
            leaveAlone(person, whyGone);
        } else if (whyGone != null && before.state() != null) {
            unchanged++;
        } else {
            boolean comes = before.state() == null || (before.dropped() && told.isConfirmed());
            Fields fields = changes.note(before, person);
            if (comes) {
                added++;
                tell(Kind.NEW, person, null, Map.of());
            } else if (fields != null) {
                changed++;
                tell(Kind.CHANGED, person, null, fields.changes());
            } else {
                unchanged++;
            }
        }
    }

    Changes changes() {
        return changes;
    }

    /** @param seen the ids of the people of the chunk */
    Taken taken(List<Long> seen) {
        return new Taken(added, changed, unchanged, notResurrected, seen, differences);
    }

    private void leaveAlone(Person person, String why) {
        notResurrected++;
        tell(Kind.NOT_RESURRECTED, person, why, Map.of());
    }

    private void tell(Kind kind, Person person, @Nullable String reason, Map<String, Change> fields) {
        if (telling) {
            differences.add(new Difference(kind, person.address().text(), person.line(), reason, fields));
        }
    }
}
