package org.mailround.campaign;

/** Another process froze an edition of the campaign meanwhile, or decided its occasion: what to do now is decided anew. */
public class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OvertakenException() {
        super("another edition of the campaign was composed meanwhile, or its occasion decided");
    }
}
