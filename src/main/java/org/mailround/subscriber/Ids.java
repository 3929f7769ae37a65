package org.mailround.subscriber;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A set of ids at the cost of a bit each. Cut into pieces, because ids may be larger than a BitSet reaches. */
final class Ids {

    private static final int PIECE = 20;

    private final Map<Long, BitSet> pieces = new HashMap<>();

    void add(long id) {
        pieces.computeIfAbsent(id >>> PIECE, piece -> new BitSet()).set(within(id));
    }

    boolean contains(long id) {
        BitSet piece = pieces.get(id >>> PIECE);
        return piece != null && piece.get(within(id));
    }

    private static int within(long id) {
        return (int) (id & ((1L << PIECE) - 1));
    }
}
