package org.mailround.preflight;

import java.util.List;
import java.util.Objects;
import org.mailround.campaign.ShownArticle;

/** Finds the article that a link or picture is of, for whoever has to mend it. */
final class Place {

    private Place() {}

    /** {@code the article “A walk a day”}, or what else it is part of. */
    static String of(Proposal proposal, String url) {
        List<ShownArticle> articles = proposal.draft().content().articles();
        for (ShownArticle article : articles) {
            if (belongs(article, url)) {
                return "the article “%s”".formatted(article.title());
            }
        }
        return articles.isEmpty()
                ? "“%s”".formatted(proposal.draft().content().subject())
                : "the template %s or the settings of the clinic"
                        .formatted(proposal.draft().content().template());
    }

    static boolean belongs(ShownArticle article, String url) {
        return url.equals(article.link())
                || url.equals(article.imageUrl())
                || article.html().contains("\"" + url.replace("&", "&amp;") + "\"")
                || Objects.equals(article.link(), url.replaceFirst("/$", ""));
    }
}
