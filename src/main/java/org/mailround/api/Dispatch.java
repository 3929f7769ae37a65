package org.mailround.api;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.mailround.batch.Launched;
import org.mailround.batch.Mission;
import org.mailround.batch.Rounds;
import org.mailround.campaign.Campaign;
import org.mailround.campaign.Campaigns;
import org.mailround.campaign.Kind;
import org.mailround.campaign.OneOffs;
import org.mailround.message.Renderer;
import org.mailround.subscriber.Importer;
import org.mailround.subscriber.MailingList;
import org.mailround.subscriber.MailingLists;
import org.mailround.subscriber.SubscriberFiles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Does for a program what {@code send} does, and waits only until it is known what goes out. */
@Component
class Dispatch {

    /** Lists and sources are read first. */
    private static final long LONGEST_MINUTES = 10;

    private final Campaigns campaigns;
    private final OneOffs oneOffs;
    private final MailingLists lists;
    private final SubscriberFiles files;
    private final Importer importer;
    private final Renderer renderer;
    private final Rounds rounds;

    Dispatch(
            Campaigns campaigns,
            OneOffs oneOffs,
            MailingLists lists,
            SubscriberFiles files,
            Importer importer,
            Renderer renderer,
            Rounds rounds) {
        this.campaigns = campaigns;
        this.oneOffs = oneOffs;
        this.lists = lists;
        this.files = files;
        this.importer = importer;
        this.renderer = renderer;
        this.rounds = rounds;
    }

    /**
     * Starts a round.
     *
     * @param account who asks, by the name in the audit trail
     * @return its edition, as soon as that is composed; or how the round ended, where there is nothing to send
     * @throws ResponseStatusException if the wish cannot be read
     * @throws RuntimeException whatever a room threw, as it threw it
     */
    Outcome send(Wish wish, String account) {
        wish.check();
        Launched launched = rounds.launch(mission(wish), account);
        Optional<Long> edition = await(launched.composed());
        return edition.map(Outcome::composed)
                .orElseGet(() -> Outcome.ended(await(launched.ended()).report()));
    }

    private Mission mission(Wish wish) {
        String digest = wish.campaign();
        if (digest == null) {
            return new Mission.Written(written(wish));
        }
        Campaign campaign = campaigns.named(digest);
        if (campaign.kind() != Kind.DIGEST) {
            throw Wish.wrong("“%s” is sent once, and made with subject, markdown and list.".formatted(digest));
        }
        return new Mission.Digest(campaign.name());
    }

    private long written(Wish wish) {
        String template = wish.template();
        if (template != null && !renderer.hasTemplate(template)) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND,
                    "There is no template “%s”: its files would be templates/%s.html and .txt."
                            .formatted(template, template));
        }
        String subject = requireNonNull(wish.subject()).strip();
        try {
            return oneOffs.save(
                    subject,
                    requireNonNull(wish.markdown()),
                    list(requireNonNull(wish.list())),
                    template,
                    wish.mayRepeat());
        } catch (IllegalArgumentException e) {
            throw Wish.wrong(String.valueOf(e.getMessage()));
        }
    }

    /** One whose file was put there since lists were last read is read now, as {@code send} reads them first. */
    private MailingList list(String name) {
        if (lists.find(name).isEmpty()) {
            files.find(name)
                    .ifPresent(file -> importer.importFile(file, name.toLowerCase(Locale.ROOT), false, rows -> {}));
        }
        return lists.named(name);
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(LONGEST_MINUTES, TimeUnit.MINUTES);
        } catch (TimeoutException e) {
            throw new BusyException("Lists and sources are still being read. It goes on by itself: ask for the latest"
                    + " edition, and do not send again.");
        } catch (ExecutionException e) {
            throw surprise(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException("The program is being stopped.");
        }
    }

    private static RuntimeException surprise(@Nullable Throwable cause) {
        return cause instanceof RuntimeException e ? e : new IllegalStateException("The round failed.", cause);
    }
}
