package org.mailround.message;

import org.jspecify.annotations.Nullable;

/** What goes into the slots of one recipient's mail. */
record Person(Recipient recipient, Links links) {

    /** Not escaped, on one line; empty where it is not known. */
    String value(Slot slot) {
        return switch (slot.kind()) {
            case FIRST_NAME -> Clean.line(recipient.firstName());
            case LAST_NAME -> Clean.line(recipient.lastName());
            case ATTRIBUTE -> Clean.line(recipient.attributes().get(slot.name()));
            case UNSUBSCRIBE, PREFERENCES, READ -> links.visible(slot.purpose());
        };
    }

    /** For the To header; null where no name is known. */
    @Nullable
    String displayName() {
        String name = (Clean.line(recipient.firstName()) + " " + Clean.line(recipient.lastName())).strip();
        return name.isEmpty() ? null : name;
    }
}
