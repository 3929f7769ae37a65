package org.mailround.subscriber;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that is no list of subscribers. Its message is one sentence for people: it names the file, says what is wrong
 * and how to mend it.
 */
public class UnreadableCsvException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private UnreadableCsvException(Path file, String complaint) {
        super(file + " " + complaint);
    }

    static UnreadableCsvException of(Path file, String complaint, Object... details) {
        return new UnreadableCsvException(file, complaint.formatted(details));
    }

    /** Which file, why, and how to mend it. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
