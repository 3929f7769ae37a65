package org.mailround.subscriber;

import java.nio.file.Path;
import java.util.List;

/**
 * What an erasure did.
 *
 * @param rows how many rows of the database were deleted or emptied; 0 where nothing was held
 * @param files how many files that the program had written were deleted or shortened
 * @param stillNaming files that name the address and are not the program's to change, or not now
 * @param cleaning whether what was deleted is gone from the database's own files, too
 */
public record Erasure(int rows, int files, List<Path> stillNaming, Cleaning cleaning) {

    public Erasure {
        stillNaming = List.copyOf(stillNaming);
    }

    /** Whether there was anything to erase. */
    public boolean isAnything() {
        return rows + files > 0;
    }
}
