package org.mailround.message;

/** What staff wrote for a one-off cannot be sent as it is. The message is one sentence for them, with the mend. */
public class MergeTagException extends RuntimeException {

    MergeTagException(String message) {
        super(message);
    }
}
