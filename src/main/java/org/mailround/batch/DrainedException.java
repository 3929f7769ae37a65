package org.mailround.batch;

/** The program was asked to end before any mail was due. */
public class DrainedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DrainedException() {
        super("Stopped as asked, before any mail went out.");
    }
}
