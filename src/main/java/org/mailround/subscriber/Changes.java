package org.mailround.subscriber;

import java.util.TreeMap;
import org.mailround.subscriber.SubscriberRow.Person;

/**
 * What a chunk changes. The maps are in order, so that two processes lock the same rows in the same order.
 *
 * @param newcomers by canonical address
 * @param profiles to update, by id
 * @param joining consents of known people who come to this list, by id
 * @param confirming consents of people to confirm, or of whose consent more is told, by id
 */
record Changes(
        TreeMap<String, Person> newcomers,
        TreeMap<Long, Profile> profiles,
        TreeMap<Long, Consent> joining,
        TreeMap<Long, Consent> confirming) {

    Changes() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    /** Whether the person's row tells anything new. */
    boolean note(Known before, Person person) {
        boolean differs = false;
        Profile profile = before.profile().updatedBy(person.profile());
        if (!profile.equals(before.profile())) {
            profiles.put(before.id(), profile);
            differs = true;
        }
        Consent consent = before.consent().updatedBy(person.consent());
        if (before.state() == null) {
            joining.put(before.id(), consent);
            differs = true;
        } else if (!before.isConfirmed() || !consent.equals(before.consent())) {
            confirming.put(before.id(), consent);
            differs = true;
        }
        return differs;
    }
}
