package org.mailround.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** This process as an owner: its name, its journal, and its lease, from when it first needs them until it ends. */
@Component
class Ownership implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Ownership.class);

    /** Where nobody can prove that an owner ended, its claims come back after so long. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration RENEWAL = LEASE.dividedBy(6);

    private final Owners owners;
    private final Clock clock;
    private final Path folder;
    private final Heartbeat heartbeat = new Heartbeat("lease", this::renewInTime);
    private @Nullable Journal journal;
    private String name = "";
    private volatile Instant leaseUntil = Instant.EPOCH;

    Ownership(Owners owners, Clock clock, @Value("${mailround.data-dir}") Path dataDirectory) {
        this.owners = owners;
        this.clock = clock;
        this.folder = dataDirectory.resolve("journal");
    }

    /** The name of this process among owners. */
    synchronized String name() {
        beginIfNeeded();
        return name;
    }

    /**
     * The journal of the owner that made a claim.
     *
     * @throws IOException if this process is that owner no more
     */
    synchronized Journal journalOf(String owner) throws IOException {
        if (journal == null || !name.equals(owner)) {
            throw new IOException("this process was given up, and its claims with it");
        }
        return journal;
    }

    private void beginIfNeeded() {
        if (journal == null) {
            journal = begin();
            heartbeat.start();
        }
    }

    /** Whether that is this very process, of whose journal nobody here may ask. */
    synchronized boolean isSelf(Owner owner) {
        return journal != null && name.equals(owner.name());
    }

    private Journal begin() {
        String fresh = UUID.randomUUID().toString();
        Instant until = clock.instant().plus(LEASE);
        try {
            Journal made = Journal.create(folder.resolve(fresh + ".journal").toAbsolutePath());
            add(new Owner(fresh, Machine.id(), Machine.process(), made.file(), until), made);
            name = fresh;
            leaseUntil = until;
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be written to.", e);
        }
    }

    private void add(Owner owner, Journal made) throws IOException {
        boolean known = false;
        try {
            owners.add(owner);
            known = true;
        } finally {
            if (!known) {
                made.close();
                Files.delete(made.file());
            }
        }
    }

    /**
     * Whether what this process claimed is still its own; asked once more after a message is noted as handed over and
     * before it is: a process that was asleep longer than its lease may have been given up, and its claims be worked by
     * another, who has read the note or comes after this moment.
     */
    boolean isHeld() {
        return clock.instant().isBefore(leaseUntil.minus(LEASE.dividedBy(3))) || renew();
    }

    /** Prolongs the lease; false if this process was given up. */
    synchronized boolean renew() {
        if (journal == null) {
            return false;
        }
        Instant until = clock.instant().plus(LEASE);
        if (!owners.renew(name, until)) {
            return false;
        }
        leaseUntil = until;
        return true;
    }

    private void renewInTime() {
        if (!clock.instant().isBefore(leaseUntil.minus(LEASE).plus(RENEWAL))) {
            renew();
        }
    }

    /** All that the journal tells is in the ledger: it may begin anew if this process works nothing now. */
    synchronized void settled() {
        if (journal == null || !owners.editions(name).isEmpty()) {
            return;
        }
        try {
            journal.clear();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be emptied.", e);
        }
    }

    /** Leaves everything as if this process had ended here; the next need makes it an owner of another name. */
    synchronized void abandon() {
        if (journal == null) {
            return;
        }
        log.warn("What the owner {} had in work is left to be recovered", name);
        heartbeat.stop();
        close(journal);
        journal = null;
        leaseUntil = Instant.EPOCH;
    }

    @Override
    public synchronized void destroy() throws IOException {
        if (journal == null) {
            return;
        }
        heartbeat.stop();
        boolean nothingLeft = owners.editions(name).isEmpty();
        if (nothingLeft) {
            owners.remove(name);
        }
        close(journal);
        if (nothingLeft) {
            Files.deleteIfExists(journal.file());
        }
        journal = null;
    }

    private static void close(Journal journal) {
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be closed.", e);
        }
    }
}
