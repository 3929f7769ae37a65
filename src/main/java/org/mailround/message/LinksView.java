package org.mailround.message;

import org.jspecify.annotations.Nullable;

/**
 * Links of the recipient's own. In an edition they are slots; without public pages there is one to unsubscribe by mail,
 * and no other. Mails to one person have those that they are given.
 */
record LinksView(
        @Nullable String unsubscribe,
        @Nullable String preferences,
        @Nullable String read) {

    static final LinksView NONE = new LinksView(null, null, null);

    static LinksView of(boolean publicPages) {
        return new LinksView(
                Slots.link(Slot.Kind.UNSUBSCRIBE),
                publicPages ? Slots.link(Slot.Kind.PREFERENCES) : null,
                publicPages ? Slots.link(Slot.Kind.READ) : null);
    }

    public boolean hasPreferences() {
        return preferences != null;
    }
}
