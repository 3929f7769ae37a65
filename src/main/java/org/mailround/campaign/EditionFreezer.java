package org.mailround.campaign;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
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
    private final Tokens tokens;
    private final Clock clock;

    EditionFreezer(
            JdbcClient jdbc,
            Editions editions,
            OccasionTable occasions,
            Audience audience,
            EditionContents contents,
            Releases releases,
            Tokens tokens,
            Clock clock) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.occasions = occasions;
        this.audience = audience;
        this.contents = contents;
        this.releases = releases;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Makes the edition, releases its articles and closes its occasion: all or nothing.
     *
     * @param variants what its mails have in common
     * @throws NobodyToSendToException if the draft is for nobody
     * @throws OvertakenException if another process froze an edition of the campaign since this was drafted, staff took
     *     an article out of it, or its occasion is not due any more
     */
    @Transactional
    public Edition freeze(Draft draft, Variants variants, Circumstances circumstances) {
        if (audience.size(draft) == 0) {
            throw new NobodyToSendToException();
        }
        requireNotOvertaken(draft);
        long id = insert(draft, circumstances);
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
        return editions.find(id).orElseThrow();
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
        jdbc.sql("select id from campaign where id = ? for update")
                .param(draft.campaign().id())
                .query(Long.class)
                .single();
        boolean isOvertaken = editions.latestOf(draft.campaign()) != draft.after()
                // staff may have left an article out since
                || !releases.none(draft.campaign(), draft.sandbox()).containsAll(draft.releases());
        if (isOvertaken) {
            throw new OvertakenException();
        }
    }

    private long insert(Draft draft, Circumstances circumstances) {
        KeyHolder keys = new GeneratedKeyHolder();
        String subject = draft.content().subject();
        jdbc.sql("""
                        insert into edition (campaign_id, relay, sandbox, state, subject, content_hash, signing_key,
                                             rejected_rows, broken_sources, composed_at)
                        values (?, ?, ?, 'sending', ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        draft.campaign().id(),
                        circumstances.relay(),
                        draft.sandbox(),
                        subject.substring(0, Math.min(subject.length(), 1000)),
                        ContentHash.of(draft),
                        tokens.currentKey(),
                        circumstances.rejectedRows(),
                        String.join("\n", circumstances.brokenSources()),
                        OffsetDateTime.now(clock))
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKey()).longValue();
    }
}
