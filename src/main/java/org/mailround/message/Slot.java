package org.mailround.message;

import java.util.function.UnaryOperator;
import org.mailround.token.Purpose;

/**
 * A place in a frozen rendering where something of the recipient's own goes.
 *
 * @param name of an attribute; else empty
 * @param fallback what stands there for people of whom it is not known, written as its surroundings need it (escaped in
 *     HTML); empty for links
 * @param before what stands before the value where it is known, written like the fallback
 * @param after what stands after it
 */
record Slot(Kind kind, String name, String before, String after, String fallback) {

    enum Kind {
        FIRST_NAME,
        LAST_NAME,
        ATTRIBUTE,
        UNSUBSCRIBE,
        PREFERENCES,
        READ;

        boolean isLink() {
            return ordinal() >= UNSUBSCRIBE.ordinal();
        }
    }

    /** The page that a link goes to. */
    Purpose purpose() {
        return Purpose.valueOf(kind.name());
    }

    Slot renamed(UnaryOperator<String> change) {
        return new Slot(kind, change.apply(name), before, after, fallback);
    }
}
