package org.mailround.backup;

/** A backup cannot be made, or cannot be used; the message says why, and what to do, in a sentence. */
public class BackupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupException(String sentence) {
        super(sentence);
    }

    BackupException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
