package org.mailround.subscriber;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mailround.subscriber.SubscriberRow.Person;

/**
 * What a chunk changes. The maps are in order, so that two processes lock the same rows in the same order.
 *
 * @param newcomers by canonical address
 * @param profiles to update, by id
 * @param joining known people who come to this list, by id
 * @param confirming people to confirm, by id
 * @param leaving people who left according to an exported list, by id
 * @param consents people of whose consent more is told, by id
 * @param suppressing whose address must not be mailed according to an exported list, by canonical address
 */
record Changes(
        TreeMap<String, Person> newcomers,
        TreeMap<Long, Profile> profiles,
        TreeMap<Long, Place> joining,
        TreeMap<Long, Place> confirming,
        TreeMap<Long, Place> leaving,
        TreeMap<Long, Consent> consents,
        TreeMap<String, Person> suppressing) {

    Changes() {
        this(
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>());
    }

    void welcome(Person person) {
        newcomers.put(person.canonical(), person.with(Profile.UNKNOWN.updatedBy(person.profile())));
        suppress(person);
    }

    /** What the person's row tells that is new; null where it is nothing. */
    @Nullable
    Fields note(Known before, Person person) {
        Fields fields = new Fields();
        Profile profile = before.profile().updatedBy(person.profile().without(before.chosen()));
        if (!profile.equals(before.profile())) {
            profiles.put(before.id(), profile);
            fields.compare(before.profile(), profile);
        }
        Consent consent = before.consent().updatedBy(person.consent());
        Standing told = person.standing();
        String state = before.state() == null ? told.state() : stateAfter(before, told);
        if (before.state() == null) {
            joining.put(before.id(), new Place(consent, told));
        } else if (before.dropped() && told.isUnsubscribed() && !told.dropped()) {
            // they left by themselves, and so no later file may bring them back
            leaving.put(before.id(), new Place(consent, told));
            fields.compare(ExportColumns.DROPPED, ExportColumns.YES, ExportColumns.NO);
        } else if (!state.equals(before.state())) {
            (state.equals(Standing.CONFIRMED) ? confirming : leaving).put(before.id(), new Place(consent, told));
        } else if (!consent.equals(before.consent())) {
            consents.put(before.id(), consent);
        }
        fields.compare(ExportColumns.STATE, before.state(), state).compare(before.consent(), consent);
        if (before.suppression() == null) {
            suppress(person);
            fields.compare(ExportColumns.SUPPRESSION, null, told.suppression());
        }
        return fields.changes().isEmpty() ? null : fields;
    }

    private void suppress(Person person) {
        if (person.standing().suppression() != null) {
            suppressing.put(person.canonical(), person);
        }
    }

    /** Nothing in a file brings back who left, and an old one takes nobody off who came since. */
    private static String stateAfter(Known before, Standing told) {
        String state = String.valueOf(before.state());
        if (told.isUnsubscribed()) {
            return before.hasChangedSince(told.changedAt()) ? state : Standing.UNSUBSCRIBED;
        }
        return told.isConfirmed() ? Standing.CONFIRMED : state;
    }
}
