package org.mailround.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailround.article.Article;
import org.mailround.clinic.Clinic;
import org.mailround.subscriber.MailingList;
import org.springframework.stereotype.Component;

/** Decides what an edition says. Nothing is written until the edition is frozen. */
@Component
public class Composer {

    private final Campaigns campaigns;
    private final Editions editions;
    private final DigestDrafts digests;
    private final Clinic clinic;
    private final Clock clock;

    Composer(Campaigns campaigns, Editions editions, DigestDrafts digests, Clinic clinic, Clock clock) {
        this.campaigns = campaigns;
        this.editions = editions;
        this.digests = digests;
        this.clinic = clinic;
        this.clock = clock;
    }

    /**
     * The next edition of a digest: the one that did not finish, or else every article that none has released yet, and for
     * those who do not get every edition what they are still to get.
     *
     * @param sandbox whether it is for the sandbox, which has a memory of its own of what was released
     */
    public Composition digest(Campaign campaign, boolean sandbox) {
        Optional<Edition> unfinished = editions.unfinished(campaign, sandbox);
        return unfinished.isPresent()
                ? new Composition.Unfinished(unfinished.get())
                : freshDigest(campaign, sandbox)
                        .<Composition>map(Composition.Fresh::new)
                        .orElseGet(Composition.NothingNew::new);
    }

    /**
     * The next edition of a digest as it would be if it were composed now.
     *
     * @return empty where there is nothing new
     */
    public Optional<Draft> freshDigest(Campaign campaign, boolean sandbox) {
        return digests.next(campaign, sandbox);
    }

    /** What the next edition of a digest will release, as things stand now, in the order it shows them. */
    public List<Article> fresh(Campaign digest, boolean sandbox) {
        return digests.fresh(digest, sandbox);
    }

    /** What the next edition of a digest would release if staff had not taken it out, the latest first. */
    public List<Article> leftOut(Campaign digest, boolean sandbox) {
        return digests.leftOut(digest, sandbox);
    }

    /**
     * A mailing sent once; goes on where the same one did not finish.
     *
     * @param again whether it may go out although it went out before
     * @throws RepeatedEditionException if it went out before and may not again
     */
    public Composition oneOff(Draft draft, boolean again) {
        Optional<Edition> before = editions.repeatedBy(draft);
        if (before.isPresent() && !before.get().state().isFinal()) {
            return new Composition.Unfinished(before.get());
        }
        if (before.isPresent() && !again) {
            throw RepeatedEditionException.of(before.get());
        }
        return new Composition.Fresh(draft);
    }

    /**
     * What a mailing sent once would be.
     *
     * @param template the name of its template
     * @param subject data, never merged
     * @param markdown what staff wrote, with merge tags
     * @param list whom it is for
     */
    public Draft freshOneOff(String template, String subject, String markdown, MailingList list, boolean sandbox) {
        Campaign campaign = campaigns.oneOff(subject, template);
        long after = editions.latestOf(campaign);
        return Draft.plain(campaign, written(template, subject, markdown), Set.of(list.id()), sandbox, after);
    }

    /** What a mailing sent once would be, as it is stored. */
    public Draft freshOneOff(OneOff oneOff, boolean sandbox) {
        long after = editions.latestOf(oneOff.campaign());
        Content content = written(oneOff.template(), oneOff.subject(), oneOff.markdown());
        return Draft.plain(oneOff.campaign(), content, oneOff.listIds(), sandbox, after)
                .of(oneOff);
    }

    /** The people that a mailing would be for, of which nothing is stored, and which says nothing. */
    public Draft unstored(Set<Long> lists, Only only, boolean sandbox) {
        return unstored("", "", sandbox).to(lists, only);
    }

    /** What a mailing sent once would be, of which nothing is stored: to look at, and for nobody. */
    public Draft unstored(String subject, String markdown, boolean sandbox) {
        Campaign none = new Campaign(0, "unstored", Kind.ONE_OFF, subject, OneOffs.TEMPLATE, null);
        return Draft.plain(none, written(none.template(), subject, markdown), Set.of(), sandbox, 0);
    }

    private Content written(String template, String subject, String markdown) {
        return new Content(template, subject, subject, today(), List.of(), markdown);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(clinic.zone()));
    }
}
