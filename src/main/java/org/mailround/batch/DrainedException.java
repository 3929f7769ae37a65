package org.mailround.batch;

import org.mailround.delivery.Courier;

/** The program was asked to end before any mail was due. */
public class DrainedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Goes on only if the program shall not end. */
    static void ifDraining(Courier courier) {
        if (courier.isDraining()) {
            throw new DrainedException();
        }
    }

    DrainedException() {
        super("Stopped as asked, before any mail went out.");
    }
}
