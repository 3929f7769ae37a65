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
 * @param occasion the occasion that it is composed for; null where it has none
 * @param after the number of the campaign's latest edition when this was drafted; 0 if it had none
 */
public record Draft(
        Campaign campaign,
        Content content,
        Selections selections,
        Set<Long> releases,
        Set<Long> lists,
        boolean sandbox,
        long after,
        @Nullable Long occasion) {

    public Draft {
        releases = Set.copyOf(releases);
        lists = Set.copyOf(lists);
    }

    /** An edition that says the same to everybody, and releases no article. */
    public static Draft plain(Campaign campaign, Content content, Set<Long> lists, boolean sandbox, long after) {
        return new Draft(campaign, content, Selections.ONE, Set.of(), lists, sandbox, after, null);
    }

    /** The same with other content. What is new and not in it is in no selection, and stays new. */
    public Draft saying(Content other) {
        Set<Long> left = new HashSet<>(releases);
        left.removeAll(other.articles().stream().map(ShownArticle::articleId).collect(toSet()));
        Set<Long> released = new HashSet<>(releases);
        released.removeAll(left);
        return new Draft(campaign, other, selections.without(left), released, lists, sandbox, after, occasion);
    }

    /** The same for an occasion, which becomes one edition and no more. */
    public Draft on(Occasion occasion) {
        return new Draft(campaign, content, selections, releases, lists, sandbox, after, occasion.id());
    }
}
