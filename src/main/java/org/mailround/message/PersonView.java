package org.mailround.message;

/** Slots for what is known of the recipient. */
record PersonView() {

    public String firstName(String fallback) {
        return Slots.person(Slot.Kind.FIRST_NAME, fallback);
    }

    public String lastName(String fallback) {
        return Slots.person(Slot.Kind.LAST_NAME, fallback);
    }

    public String attribute(String name, String fallback) {
        return Slots.attribute(name, fallback);
    }
}
