package org.mailround.subscriber;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rows of one file. {@code rows} is the sum of {@code added}, {@code changed}, {@code unchanged},
 * {@code rejected} and {@code notResurrected}; blank rows count nowhere.
 *
 * @param list the list's name
 * @param added people who were not on the list
 * @param changed people of the list of whom something new was told
 * @param unchanged rows that told nothing new, and rows that a later row of the same person overruled
 * @param rejected bad rows
 * @param notResurrected rows of people who left the list, or whose address is suppressed
 * @param noLongerInFile people whom a file brought, who are on the list and still get its mail, but are not in the file
 * @param removed people who were taken off the list, because they are not in the file, which is complete
 * @param held null unless people should have been taken off, and were not
 * @param rejectFile where the bad rows are, with line and reason; null where there is none
 */
public record ImportResult(
        String list,
        Path file,
        long rows,
        long added,
        long changed,
        long unchanged,
        long rejected,
        long notResurrected,
        long noLongerInFile,
        long removed,
        @Nullable HeldRemoval held,
        @Nullable Path rejectFile) {}
