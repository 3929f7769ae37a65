package org.mailround.campaign;

/** An edition for nobody would use its articles up: it is not made. */
public class NobodyToSendToException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NobodyToSendToException() {
        super("There is nobody to send to: put a list into subscribers/, or mend the one that cannot be read.");
    }
}
