package org.mailround.message;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** One part of a mail, encoded once for all its recipients, with gaps where their own words go. */
final class Part {

    private final List<Piece> pieces = new ArrayList<>();
    private final UnaryOperator<String> escape;

    private Part(String rendering, UnaryOperator<String> escape, UnaryOperator<String> unescape) {
        this.escape = escape;
        // It ends with a line break of its own: a soft one before the boundary would be no valid end of a part.
        String lines = rendering.replaceAll("\r\n?", "\n");
        Slots.scan(
                lines.endsWith("\n") ? lines : lines + "\n",
                text -> pieces.add(new Piece(QuotedPrintable.encode(Clean.text(text)), null)),
                slot -> pieces.add(new Piece(QuotedPrintable.encode(slot.fallback()), slot.renamed(unescape))));
    }

    static Part html(String rendering) {
        return new Part(rendering, Part::escapeHtml, name -> Parser.unescapeEntities(name, true));
    }

    static Part text(String rendering) {
        return new Part(rendering, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** Writes the part for one person; their words are data, whatever they look like, and are not scanned again. */
    void writeTo(ByteArrayOutputStream octets, Person person) {
        for (Piece piece : pieces) {
            String value = piece.slot() == null ? "" : person.value(piece.slot());
            octets.writeBytes(
                    value.isEmpty() ? piece.octets() : QuotedPrintable.encode(piece.around(escape.apply(value))));
        }
    }

    /** Its length where nothing is known of a person. */
    int length() {
        return pieces.stream().mapToInt(piece -> piece.octets().length).sum();
    }

    private static String escapeHtml(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** @param octets the constant text, or the fallback of the slot */
    private record Piece(byte[] octets, @Nullable Slot slot) {

        String around(String value) {
            return slot == null ? value : slot.before() + value + slot.after();
        }
    }
}
