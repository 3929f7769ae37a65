package org.mailround.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailround.campaign.Content;
import org.mailround.campaign.Variants;

/**
 * Content that was made to fit into a mail, and how it reads.
 *
 * @param content as it is shown
 * @param variants its renderings
 * @param octets how long the HTML of the longest is, about, with a person's own words in it
 * @param excerpts how many articles are shown by their beginning although there was more of them
 * @param titles how many are shown by title and link alone for want of room
 * @param left how many are left for a later edition
 */
public record Fitted(Content content, Variants variants, int octets, int excerpts, int titles, int left) {

    Fitted with(Variants all, int longest) {
        return new Fitted(content, all, longest, excerpts, titles, left);
    }

    /** What was shortened, in a sentence for people; empty where nothing was. */
    public Optional<String> shortened() {
        List<String> shown = new ArrayList<>();
        if (excerpts > 0) {
            shown.add(articles(excerpts) + " by the beginning alone");
        }
        if (titles > 0) {
            shown.add(articles(titles) + " as title and link");
        }
        List<String> done = new ArrayList<>();
        if (!shown.isEmpty()) {
            done.add("shows " + String.join(" and ", shown));
        }
        if (left > 0) {
            done.add("leaves " + articles(left) + " for the next one");
        }
        return done.isEmpty()
                ? Optional.empty()
                : Optional.of("Gmail hides the end of mails over 102 KB: to stay below it, this edition "
                        + String.join(", and ", done) + ".");
    }

    private static String articles(int count) {
        return count == 1 ? "one article" : count + " articles";
    }
}
