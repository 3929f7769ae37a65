package org.mailround.preflight;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailround.campaign.Campaign;
import org.mailround.campaign.Content;
import org.mailround.campaign.Draft;
import org.mailround.campaign.Kind;
import org.mailround.campaign.Shown;
import org.mailround.campaign.ShownArticle;
import org.mailround.campaign.Variant;
import org.mailround.campaign.Variants;
import org.mailround.message.Fitted;

/** Mailings that nobody composed. */
final class Proposed {

    private Proposed() {}

    static Proposal html(String html, ShownArticle... articles) {
        Content content = new Content(
                "digest", "Weekly digest", "Weekly digest: A walk", LocalDate.EPOCH, List.of(articles), null);
        Campaign campaign = new Campaign(1, "weekly-digest", Kind.DIGEST, "Weekly digest", "digest", 5);
        return new Proposal(
                Draft.plain(campaign, content, Set.of(), false, 0),
                new Fitted(content, new Variants(List.of(new Variant("en", html, "text"))), html.length(), 0, 0, 0));
    }

    static ShownArticle article(@Nullable String link, @Nullable String image, @Nullable String alt) {
        return new ShownArticle(1, Shown.EXCERPT, "A walk a day", link, "", "", image, alt, null, null, 1, null);
    }
}
