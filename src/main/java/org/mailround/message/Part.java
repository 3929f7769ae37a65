package org.mailround.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** One part of a mail in pieces, each of which begins and ends with a line. */
final class Part {

    private static final Pattern NEWLINE = Pattern.compile("\r\n?");

    private final List<Piece> pieces = new ArrayList<>();

    private Part(String rendering, UnaryOperator<String> escape, UnaryOperator<String> unescape) {
        // It ends with a line break of its own: a soft one before the boundary would be no valid end of a part.
        String lines = NEWLINE.matcher(rendering).replaceAll("\n");
        Slots.scan(
                lines.endsWith("\n") ? lines : lines + "\n",
                text -> pieces.add(Piece.shared(text)),
                slot -> pieces.add(Piece.of(slot.renamed(unescape), escape)));
    }

    static Part html(String rendering) {
        return new Part(rendering, Part::escapeHtml, name -> Parser.unescapeEntities(name, true));
    }

    static Part text(String rendering) {
        return new Part(rendering, UnaryOperator.identity(), UnaryOperator.identity());
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    /** What one person reads in it. */
    String decoded(Person person) {
        return QuotedPrintable.decode(new Form(pieces).fill(person).after());
    }

    private static String escapeHtml(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
