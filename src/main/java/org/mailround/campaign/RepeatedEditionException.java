package org.mailround.campaign;

/** The same content went to the same list before. */
public class RepeatedEditionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private RepeatedEditionException(String message) {
        super(message);
    }

    static RepeatedEditionException of(Edition edition) {
        return new RepeatedEditionException(
                "The same went to the same list before, as edition %d: add --again if it shall go out once more."
                        .formatted(edition.id()));
    }
}
