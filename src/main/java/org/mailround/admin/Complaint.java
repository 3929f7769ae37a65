package org.mailround.admin;

import org.mailround.batch.FailureSentence;
import org.mailround.staff.AccountException;

/** What was asked for cannot be done as it was asked, in a sentence for the person who asked. */
class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Complaint(String sentence) {
        super(sentence);
    }

    /**
     * The sentence of what a room threw.
     *
     * @throws RuntimeException the same, if it is a surprise and not for people
     */
    static String of(RuntimeException e) {
        return e instanceof Complaint || e instanceof AccountException || e instanceof IllegalArgumentException
                ? String.valueOf(e.getMessage())
                : FailureSentence.known(e).orElseThrow(() -> e);
    }
}
