package org.mailround.campaign;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An edition before it is frozen: what it says, and whom it is for.
 *
 * @param content everything new; where nothing is, everything that somebody is still to get
 * @param selections who gets other articles than those
 * @param releases the ids of the articles that were in no edition yet
 * @param lists the ids of the lists it is for; empty for every list
 * @param sandbox whether it is for the sandbox, whose editions live in a world of their own
 * @param revision how often the campaign was changed when this was drafted
 * @param occasion the occasion that it is composed for; null where it has none
 * @param oneOff what staff wrote, as it was read; null for a digest, and for what is stored nowhere
 * @param only whom of those lists it is for
 * @param after the number of the campaign's latest edition when this was drafted; 0 if it had none
 */
public record Draft(
        Campaign campaign,
        Content content,
        Selections selections,
        Set<Long> releases,
        Set<Long> lists,
        Only only,
        boolean sandbox,
        long after,
        long revision,
        @Nullable Long occasion,
        @Nullable OneOff oneOff) {

    public Draft {
        releases = Set.copyOf(releases);
        lists = Set.copyOf(lists);
    }

    /** An edition that says the same to everybody, and releases no article. */
    public static Draft plain(Campaign campaign, Content content, Set<Long> lists, boolean sandbox, long after) {
        return new Draft(
                campaign, content, Selections.ONE, Set.of(), lists, Only.EVERYBODY, sandbox, after, 0, null, null);
    }

    /** The same with other content. What is new and not in it is in no selection, and stays new. */
    public Draft saying(Content other) {
        Set<Long> left = new HashSet<>(releases);
        left.removeAll(other.articles().stream().map(ShownArticle::articleId).collect(toSet()));
        Set<Long> released = new HashSet<>(releases);
        released.removeAll(left);
        return new Draft(
                campaign,
                other,
                selections.without(left),
                released,
                lists,
                only,
                sandbox,
                after,
                revision,
                occasion,
                oneOff);
    }

    /** The same for an occasion, which becomes one edition and no more. */
    public Draft on(Occasion occasion) {
        return new Draft(
                campaign, content, selections, releases, lists, only, sandbox, after, revision, occasion.id(), oneOff);
    }

    /** The same for others. */
    Draft to(Set<Long> others, Only some) {
        return new Draft(
                campaign, content, selections, releases, others, some, sandbox, after, revision, occasion, oneOff);
    }

    /** The same, as staff wrote it. */
    Draft of(OneOff written) {
        return new Draft(
                campaign,
                content,
                selections,
                releases,
                lists,
                written.only(),
                sandbox,
                after,
                revision,
                occasion,
                written);
    }
}
