package org.mailround.message;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Some lines of a body, encoded: words that all its recipients share, or what stands in a slot. */
final class Piece {

    private final byte[] octets;
    private final byte[] signed;
    private final @Nullable Slot slot;
    private final UnaryOperator<String> escape;

    private Piece(byte[] octets, @Nullable Slot slot, UnaryOperator<String> escape) {
        this.octets = octets;
        this.signed = Relaxed.lines(octets);
        this.slot = slot;
        this.escape = escape;
    }

    static Piece shared(byte[] octets) {
        return new Piece(octets, null, UnaryOperator.identity());
    }

    static Piece shared(String text) {
        return shared(QuotedPrintable.encode(Clean.text(text)));
    }

    /** @param escape makes a value fit to stand in its part */
    static Piece of(Slot slot, UnaryOperator<String> escape) {
        return new Piece(QuotedPrintable.encode(slot.fallback()), slot, escape);
    }

    boolean isShared() {
        return slot == null;
    }

    /** What all share, or the fallback of the slot. */
    byte[] octets() {
        return octets;
    }

    /** A person's words are data, whatever they look like, and are not scanned again. */
    byte[] octets(Person person) {
        String value = slot == null ? "" : person.value(slot);
        return slot == null || value.isEmpty()
                ? octets
                : QuotedPrintable.encode(slot.before() + escape.apply(value) + slot.after());
    }

    /** What a signature covers of octets that this gave. */
    byte[] signed(byte[] given) {
        return given == octets ? signed : Relaxed.lines(given);
    }
}
