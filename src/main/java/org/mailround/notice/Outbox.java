package org.mailround.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.mailround.smtp.Relay;
import org.mailround.smtp.RelayConnection;
import org.mailround.smtp.RelayUnavailableException;
import org.springframework.stereotype.Component;

/** Mails to single persons, on their way out: they wait as long as the relay takes none. */
@Component
public class Outbox {

    /** Longer than any relay may take for all. */
    private static final Duration ALL_THE_TIME = Duration.ofHours(1);

    private final Sweep sweep;
    private final AlertWriter writer;
    private final WaitingMails mails;
    private final Postman postman;
    private final Relay relay;

    Outbox(Sweep sweep, AlertWriter writer, WaitingMails mails, Postman postman, Relay relay) {
        this.sweep = sweep;
        this.writer = writer;
        this.mails = mails;
        this.postman = postman;
        this.relay = relay;
    }

    /**
     * Ends notices whose reason is gone, writes alerts about the new ones, and tries to send what is due. May be called at any
     * time, by several threads and processes at once; it takes as long as the relay does.
     */
    public void flush() {
        flush(ALL_THE_TIME);
    }

    /**
     * The same, but a relay that is slow is not waited for; what it did not take is tried again later.
     *
     * @param longest how long the relay may take, all in all
     */
    public void flush(Duration longest) {
        sweep.sweep();
        writer.write();
        String claim = UUID.randomUUID().toString();
        List<WaitingMail> claimed =
                mails.due().stream().filter(mail -> mails.claim(mail, claim)).toList();
        Map<Boolean, List<WaitingMail>> mayGo = claimed.stream().collect(Collectors.partitioningBy(postman::mayCarry));
        mayGo.getOrDefault(false, List.of()).forEach(mail -> postman.keep(mail, claim));
        carry(mayGo.getOrDefault(true, List.of()), claim, longest);
    }

    /**
     * Forgets the mails that went out, or were given up, before that time.
     *
     * @return how many
     */
    public int forgetBefore(Instant time) {
        return mails.forgetBefore(time);
    }

    private void carry(List<WaitingMail> claimed, String claim, Duration longest) {
        if (claimed.isEmpty()) {
            return;
        }
        try (RelayConnection line = relay.connection()) {
            CompletableFuture<Void> end = CompletableFuture.runAsync(
                    line::abort, CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
            try {
                line.open();
                claimed.forEach(mail -> postman.carry(line, mail, claim));
            } catch (RelayUnavailableException e) {
                claimed.forEach(mail -> postman.later(mail, claim, e.trouble().sentence()));
            } finally {
                end.cancel(false);
            }
        }
    }
}
