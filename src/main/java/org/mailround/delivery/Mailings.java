package org.mailround.delivery;

import java.util.List;
import org.mailround.campaign.Edition;
import org.mailround.campaign.EditionContents;
import org.mailround.campaign.Variant;
import org.mailround.message.Mailing;
import org.mailround.message.MessageFactory;
import org.springframework.util.ConcurrentLruCache;

/**
 * The variants of an edition, ready to be addressed: all of them, unless its readers chose topics in so many ways that there
 * is no room; then those used last. For any thread.
 */
final class Mailings {

    /** The part of the memory that they may take, and how many octets a letter of a variant takes in a mailing. */
    private static final int SHARE = 8;

    private static final int OCTETS = 4;

    private static final int AT_LEAST = 16;

    private final ConcurrentLruCache<Long, Mailing> ready;

    private Mailings(ConcurrentLruCache<Long, Mailing> ready) {
        this.ready = ready;
    }

    static Mailings of(Edition edition, EditionContents contents, MessageFactory messages) {
        List<Long> ids = contents.variantIds(edition.id());
        Variant first = contents.variant(ids.get(0));
        long octets = (long) OCTETS * (first.html().length() + first.text().length());
        long room = Runtime.getRuntime().maxMemory() / SHARE / Math.max(1, octets);
        int most = (int) Math.min(ids.size(), Math.max(AT_LEAST, room));
        ConcurrentLruCache<Long, Mailing> ready =
                new ConcurrentLruCache<>(most, id -> messages.mailing(edition, contents.variant(id)));
        // now, as a mail under way should not have to ask the database
        ids.subList(0, most).forEach(ready::get);
        return new Mailings(ready);
    }

    /** @param variant the id of one of the edition's */
    Mailing get(long variant) {
        return ready.get(variant);
    }
}
