package org.mailround.campaign;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How a digest is made.
 *
 * @param maxArticles how many articles a new digest shows at most
 * @param fullText how much of an edition may be whole articles, those that have no page of their own; Gmail clips
 *     mails of more than 102 KB and hides their footer
 */
@ConfigurationProperties("mailround.digest")
record CampaignSettings(
        @DefaultValue("8") int maxArticles,
        @DefaultValue("60KB") DataSize fullText) {

    CampaignSettings {
        if (maxArticles < 1) {
            throw new IllegalArgumentException(
                    "mailround.digest.max-articles is %d: a digest needs at least 1".formatted(maxArticles));
        }
    }
}
