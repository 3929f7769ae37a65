package org.mailround.campaign;

/** Another process froze an edition of the same campaign meanwhile: what to do now must be decided anew. */
public class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OvertakenException() {
        super("another edition of the campaign was composed meanwhile");
    }
}
