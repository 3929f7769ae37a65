package org.mailround.campaign;

/**
 * Another process froze an edition of the campaign meanwhile, took out an article of it, or decided its occasion: what to do
 * now is decided anew.
 */
public class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OvertakenException() {
        super("another edition of the campaign was composed meanwhile, an article left out, or its occasion decided");
    }
}
