package org.mailround.mailbox;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** One reading: has each message taken, and counts what became of it. */
class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final Function<byte[], Disposal> clerk;
    private int judged;
    private int setAside;
    private int left;
    private int failed;

    Intake(Function<byte[], Disposal> clerk) {
        this.clerk = clerk;
    }

    /**
     * Has it taken. One that nobody can take stays, so that a mended program may; where the database fails, none can be
     * taken, and that is thrown.
     *
     * @param id of the message in its mailbox, for the log
     */
    Disposal take(byte[] octets, long id) {
        try {
            return clerk.apply(octets);
        } catch (DataIntegrityViolationException e) {
            // the database is well; it is what this message says that it does not take, which its words may quote
            failed++;
            log.warn("Message {} of the bounce mailbox does not fit into the database, and stays there", id);
            return Disposal.LATER;
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            fail(id, e);
            return Disposal.LATER;
        }
    }

    /** It could not be looked at, and stays. */
    void fail(long id, Exception why) {
        failed++;
        log.warn("Message {} of the bounce mailbox could not be taken, and stays there", id, why);
    }

    /** That many are where they belong now. */
    void done(Disposal disposal, int count) {
        switch (disposal) {
            case JUDGED -> judged += count;
            case SET_ASIDE -> setAside += count;
            case LATER -> left += count;
        }
    }

    MailboxResult result(@Nullable String interruption) {
        return new MailboxResult(judged, setAside, left, failed, interruption);
    }
}
