package org.mailround.api;

/** It cannot be answered now; what was asked for may go on by itself. */
class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BusyException(String sentence) {
        super(sentence);
    }
}
