package org.mailround.campaign;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mailround.token.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Freezes what was composed: from here on an edition's content is a fact. */
@Component
public class EditionFreezer {

    private final JdbcClient jdbc;
    private final Editions editions;
    private final OccasionTable occasions;
    private final Audience audience;
    private final EditionContents contents;
    private final Releases releases;
    private final ApprovalRules rules;
    private final ApprovalTable approvals;
    private final OneOffs oneOffs;
    private final Edits edits;
    private final FrozenHash hashes;
    private final Tokens tokens;
    private final Clock clock;

    EditionFreezer(
            JdbcClient jdbc,
            Editions editions,
            OccasionTable occasions,
            Audience audience,
            EditionContents contents,
            Releases releases,
            ApprovalRules rules,
            ApprovalTable approvals,
            OneOffs oneOffs,
            Edits edits,
            FrozenHash hashes,
            Tokens tokens,
            Clock clock) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.occasions = occasions;
        this.audience = audience;
        this.contents = contents;
        this.releases = releases;
        this.rules = rules;
        this.approvals = approvals;
        this.oneOffs = oneOffs;
        this.edits = edits;
        this.hashes = hashes;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Makes the edition, releases its articles and closes its occasion: all or nothing. Where somebody must approve it, it
     * waits for that.
     *
     * @param variants what its mails have in common
     * @throws NobodyToSendToException if the draft is for nobody
     * @throws OvertakenException if another process froze an edition of the campaign since this was drafted, staff
     *     changed what goes into it, or its occasion is not due any more
     */
    @Transactional
    public Edition freeze(Draft draft, Variants variants, Circumstances circumstances) {
        long people = audience.size(draft);
        if (people == 0) {
            throw new NobodyToSendToException();
        }
        requireNotOvertaken(draft);
        ApprovalRule rule = rules.of(draft.campaign());
        long id = insert(draft, circumstances, rule.isWanted() ? EditionState.AWAITING_APPROVAL : EditionState.SENDING);
        Long occasion = draft.occasion();
        if (occasion != null && !occasions.compose(occasion, id)) {
            throw new OvertakenException();
        }
        for (long list : draft.lists()) {
            jdbc.sql("insert into edition_list (edition_id, list_id) values (?, ?)")
                    .params(id, list)
                    .update();
        }
        contents.write(id, draft, variants);
        OneOff written = draft.oneOff();
        if (written != null) {
            oneOffs.became(written, id);
        }
        if (rule.isWanted()) {
            ask(id, draft, circumstances, people, rule);
        }
        return editions.find(id).orElseThrow();
    }

    private void ask(long id, Draft draft, Circumstances circumstances, long people, ApprovalRule rule) {
        approvals.ask(id, hashes.of(id), circumstances.templates(), people, rule.sendsAt(clock.instant()));
        Set<String> authors = new HashSet<>();
        OneOff written = draft.oneOff();
        if (written != null) {
            authors.addAll(oneOffs.authors(written.id()));
        }
        for (String account : new String[] {circumstances.askedBy(), occasions.askedBy(draft.occasion())}) {
            if (account != null) {
                authors.add(account);
            }
        }
        approvals.wrote(id, authors);
    }

    /** The edition that this draft would become: numbered 0, and written nowhere. */
    public Edition unsaved(Draft draft, String relay) {
        return new Edition(
                0,
                draft.campaign(),
                relay,
                draft.sandbox(),
                EditionState.SENDING,
                draft.content().subject(),
                ContentHash.of(draft),
                tokens.currentKey(),
                null,
                0,
                List.of(),
                clock.instant(),
                null);
    }

    /** Two that freeze editions of one campaign come one after the other, and the second sees that it must look again. */
    private void requireNotOvertaken(Draft draft) {
        edits.lock(draft.campaign().id());
        OneOff written = draft.oneOff();
        boolean isOvertaken = editions.latestOf(draft.campaign()) != draft.after()
                || written == null && draft.revision() != edits.revision(draft.campaign())
                || written != null && !oneOffs.isStill(written)
                // staff may have left an article out since
                || !releases.none(draft.campaign(), draft.sandbox()).containsAll(draft.releases());
        if (isOvertaken) {
            throw new OvertakenException();
        }
    }

    private long insert(Draft draft, Circumstances circumstances, EditionState state) {
        KeyHolder keys = new GeneratedKeyHolder();
        String subject = draft.content().subject();
        jdbc.sql("""
                        insert into edition (campaign_id, relay, sandbox, state, subject, content_hash, signing_key,
                                             rejected_rows, broken_sources, composed_at, audience_unknown)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        draft.campaign().id(),
                        circumstances.relay(),
                        draft.sandbox(),
                        state.label(),
                        subject.substring(0, Math.min(subject.length(), 1000)),
                        ContentHash.of(draft),
                        tokens.currentKey(),
                        circumstances.rejectedRows(),
                        String.join("\n", circumstances.brokenSources()),
                        OffsetDateTime.now(clock),
                        draft.only().unknownToo())
                .update(keys, "id");
        long id = Objects.requireNonNull(keys.getKey()).longValue();
        jdbc.sql("update edition set audience_topic = ?, audience_language = ? where id = ?")
                .param(draft.only().topic())
                .param(draft.only().language())
                .param(id)
                .update();
        return id;
    }
}
