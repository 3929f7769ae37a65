package org.mailround.message;

import org.jspecify.annotations.Nullable;

/** Slots for the recipient's own links; without public pages there is one to unsubscribe by mail, and no other. */
record LinksView(
        String unsubscribe,
        @Nullable String preferences,
        @Nullable String read,
        boolean hasPreferences) {

    static LinksView of(boolean publicPages) {
        return new LinksView(
                Slots.link(Slot.Kind.UNSUBSCRIBE),
                publicPages ? Slots.link(Slot.Kind.PREFERENCES) : null,
                publicPages ? Slots.link(Slot.Kind.READ) : null,
                publicPages);
    }
}
