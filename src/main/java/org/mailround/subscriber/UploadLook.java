package org.mailround.subscriber;

import java.util.List;

/**
 * What an uploaded file looks like.
 *
 * @param delimiter between its cells: one character
 * @param encoding by its usual name
 */
public record UploadLook(List<Column> columns, String delimiter, String encoding) {

    public UploadLook {
        columns = List.copyOf(columns);
    }

    /**
     * A column of it.
     *
     * @param name as the file has it
     * @param samples the first cells that are not blank
     * @param meaning what it seems to hold: one of {@link UploadMapping#MEANINGS}
     */
    public record Column(String name, List<String> samples, String meaning) {

        public Column {
            samples = List.copyOf(samples);
        }
    }
}
