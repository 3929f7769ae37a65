package org.mailround.mailbox;

/** What becomes of a message in the mailbox. */
public enum Disposal {
    /** It was judged, now or before. */
    JUDGED,
    /** No machine can make anything of it, so a person should. */
    SET_ASIDE,
    /** It stays where it is and is looked at the next time. */
    LATER
}
