package org.mailround.message;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Lines of a body, encoded once for all its recipients, with gaps where their own words go. */
final class Form {

    private final Piece[] pieces;

    Form(List<Piece> pieces) {
        List<Piece> merged = new ArrayList<>();
        ByteArrayOutputStream shared = new ByteArrayOutputStream();
        for (Piece piece : pieces) {
            if (piece.isShared()) {
                shared.writeBytes(piece.octets());
            } else {
                addShared(merged, shared);
                merged.add(piece);
            }
        }
        addShared(merged, shared);
        this.pieces = merged.toArray(Piece[]::new);
    }

    Letter fill(Person person) {
        byte[][] octets = new byte[pieces.length][];
        for (int i = 0; i < pieces.length; i++) {
            octets[i] = pieces[i].octets(person);
        }
        return new Letter(pieces, octets);
    }

    private static void addShared(List<Piece> merged, ByteArrayOutputStream shared) {
        if (shared.size() > 0) {
            merged.add(Piece.shared(shared.toByteArray()));
            shared.reset();
        }
    }
}
