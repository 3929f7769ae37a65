package org.mailround.mailbox;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mailround.mailbox.MailboxSettings.Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mailbox that reports of failure come back to. */
public class BounceMailbox {

    private static final Logger log = LoggerFactory.getLogger(BounceMailbox.class);

    private final @Nullable Mailbox mailbox;
    private final MailboxSettings settings;

    /** @param mailbox null where none is configured */
    BounceMailbox(@Nullable Mailbox mailbox, MailboxSettings settings) {
        this.mailbox = mailbox;
        this.settings = settings;
    }

    /** Whether there is one to read. */
    public boolean isConfigured() {
        return mailbox != null;
    }

    /** How long to wait between two readings. */
    public Duration every() {
        return settings.every();
    }

    /** Where messages are that a person should look at, for people. */
    public String aside() {
        return settings.protocol() == Protocol.IMAP
                ? "the folder “%s” of the bounce mailbox".formatted(settings.asideFolder())
                : "the folder bounces/aside of the data folder";
    }

    /**
     * Logs in, opens it, and looks at nothing. Where none is configured, nothing is done.
     *
     * @throws MailboxUnavailableException if that cannot be done
     */
    public void examine() {
        if (mailbox != null) {
            mailbox.examine();
        }
    }

    /**
     * Reads it once, and puts away what was taken. Whoever reads it at the same time, here or elsewhere, does no harm.
     *
     * @param clerk is given the octets of each message, of a very long one the beginning, and says what is to become of it
     * @throws MailboxUnavailableException if it cannot be opened; what breaks later is told by the result
     * @throws IllegalStateException if none is configured
     * @throws org.springframework.dao.DataAccessException if nothing can be recorded; what was judged before is put away
     * @throws org.springframework.transaction.TransactionException likewise, where there is no connection to the database
     */
    public synchronized MailboxResult read(Function<byte[], Disposal> clerk) {
        if (mailbox == null) {
            throw new IllegalStateException(
                    "mailround.bounces.host is missing: write the server of the bounce mailbox there");
        }
        MailboxResult result = mailbox.read(new Intake(clerk));
        if (result.read() > 0 || result.interruption() != null) {
            log.info(
                    "The bounce mailbox was read: {} judged, {} set aside, {} left, {} of them failed{}",
                    result.judged(),
                    result.setAside(),
                    result.left(),
                    result.failed(),
                    result.interruption() == null ? "" : "; then " + result.interruption());
        }
        return result;
    }
}
