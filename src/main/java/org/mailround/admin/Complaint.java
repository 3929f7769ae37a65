package org.mailround.admin;

import org.mailround.batch.FailureSentence;
import org.mailround.campaign.RepeatedEditionException;
import org.mailround.staff.AccountException;

/** What was asked for cannot be done as it was asked, in a sentence for the person who asked. */
public class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence for the person who asked */
    public Complaint(String sentence) {
        super(sentence);
    }

    /**
     * The sentence of what a room threw.
     *
     * @throws RuntimeException the same, if it is a surprise and not for people
     */
    public static String of(RuntimeException e) {
        if (e instanceof RepeatedEditionException) {
            return "The very same went to this list before. If it shall go out once more, change the text, or tick there"
                    + " that it may.";
        }
        return e instanceof Complaint || e instanceof AccountException || e instanceof IllegalArgumentException
                ? String.valueOf(e.getMessage())
                : FailureSentence.known(e).orElseThrow(() -> e);
    }

    /** The same; a surprise is in the log, and the sentence says so. */
    public static String ofAny(RuntimeException e) {
        try {
            return of(e);
        } catch (RuntimeException surprise) {
            return "Something went wrong that should not. The log in the data folder says more.";
        }
    }
}
