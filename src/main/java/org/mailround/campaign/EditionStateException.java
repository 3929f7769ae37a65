package org.mailround.campaign;

/** An edition cannot be brought into that state from where it stands. */
public class EditionStateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private EditionStateException(String message) {
        super(message);
    }

    static EditionStateException cannotBe(String verb, Edition edition) {
        return new EditionStateException("Edition %d is %s: it cannot be %s."
                .formatted(edition.id(), edition.state().label(), verb));
    }
}
