package org.mailround.subscriber;

import java.util.Map;
import java.util.Set;

/**
 * What one room holds about people. Every room with a table or a file that names somebody has one: what nobody answers for
 * here is missing in exports and survives an erasure.
 */
public interface PersonalData {

    /** The tables it answers for. */
    Set<String> tables();

    /**
     * What is held about a person, by the name under which an export shows it: numbers, words, and lists and maps of them.
     * Empty where there is nothing.
     */
    Map<String, Object> held(DataSubject subject);

    /**
     * Stops whatever would add to it. They are suppressed already, so nothing new begins.
     *
     * @throws ErasureDelayedException if something is under way that cannot be stopped
     */
    default void settle(DataSubject subject) {}

    /**
     * Takes it out of the database, in the caller's transaction; rows of other rooms may still be there or be gone, but
     * their subscriber is there.
     *
     * @return how many rows were deleted or emptied
     */
    int erase(DataSubject subject);

    /**
     * Takes it out of files that the program wrote, once the database knows nothing of them any more.
     *
     * @return how many files were deleted or shortened
     */
    default int eraseFiles(DataSubject subject) {
        return 0;
    }
}
