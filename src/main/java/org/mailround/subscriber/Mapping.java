package org.mailround.subscriber;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a clinic has written down about the files of a list, so that an export is read as the practice program saves it.
 * Names of columns are as {@link Columns#normalise} has them.
 *
 * @param file where it is written; null where nothing is
 * @param columns the file's own name of a column, by ours
 * @param nameOrder how a column of full names is written
 * @param ignore columns that are not kept
 * @param attributes the only columns that become attributes; null for all that are left
 * @param delimiter null where it is to be recognised
 * @param encoding null where it is to be recognised
 * @param defaults what a blank cell stands for, by our name of its column
 * @param dateFormat of {@code consent_at} where it is not ISO 8601
 * @param complete whether who is not in the file is to be taken off the list
 * @param removalLimit the largest share of the list that one import may take off, in percent
 * @param household whether the people who share an address are one subscriber with the names of all
 */
record Mapping(
        @Nullable Path file,
        Map<String, String> columns,
        FullName.Order nameOrder,
        Set<String> ignore,
        @Nullable Set<String> attributes,
        @Nullable Character delimiter,
        @Nullable Charset encoding,
        Map<String, String> defaults,
        @Nullable DateTimeFormatter dateFormat,
        boolean complete,
        double removalLimit,
        boolean household) {

    static final double USUAL_LIMIT = 10;

    /** Where nothing is written down: columns mean what they are called, and the last row of a person wins. */
    static final Mapping NONE = new Mapping(
            null,
            Map.of(),
            FullName.Order.FIRST_LAST,
            Set.of(),
            null,
            null,
            null,
            Map.of(),
            null,
            false,
            USUAL_LIMIT,
            false);

    /** For rows of such a file that were put aside: they stand in a file as we write it, and are not all there is. */
    Mapping forRejects() {
        return new Mapping(
                file,
                columns,
                nameOrder,
                ignore,
                attributes,
                null,
                null,
                defaults,
                dateFormat,
                false,
                removalLimit,
                household);
    }
}
