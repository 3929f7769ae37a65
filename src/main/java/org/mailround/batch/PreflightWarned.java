package org.mailround.batch;

import java.util.List;

/**
 * Something is not as it should be with what is about to be sent; it is sent all the same.
 *
 * @param sentences each names the thing and the mend
 */
public record PreflightWarned(List<String> sentences) {

    public PreflightWarned {
        sentences = List.copyOf(sentences);
    }
}
