package org.mailround.staff;

/** What came of a try to show who one is. */
public enum Proof {
    /** It is them. */
    RIGHT,
    /** It is them, and one of the codes that work once is used up. */
    RECOVERED,
    /** It is not. */
    WRONG,
    /** Too many tries were wrong: for a while none counts. */
    LOCKED;

    /** Whether it is them. */
    public boolean isGiven() {
        return this == RIGHT || this == RECOVERED;
    }
}
