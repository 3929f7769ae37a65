package org.mailround.campaign;

/** What was asked for cannot be done to an occasion as it stands. */
public class OccasionStateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private OccasionStateException(String message) {
        super(message);
    }

    static OccasionStateException notHeld(Occasion occasion) {
        return new OccasionStateException("The “%s” of that time is not held any more: it is %s."
                .formatted(occasion.campaign().title(), occasion.state().label().replace('-', ' ')));
    }
}
