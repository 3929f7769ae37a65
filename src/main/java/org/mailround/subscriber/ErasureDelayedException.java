package org.mailround.subscriber;

/** Something about the person is in work at this moment. They are suppressed; the rest is done when they are erased again. */
public class ErasureDelayedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message a sentence for people, without the address */
    public ErasureDelayedException(String message) {
        super(message);
    }
}
