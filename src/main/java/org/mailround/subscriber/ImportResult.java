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
 * @param noLongerInFile people who are on the list and still get its mail, but are not in the file
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
        @Nullable Path rejectFile) {}
