package org.mailround.campaign;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a digest is made.
 *
 * @param maxArticles how many articles a new digest shows at most
 */
@ConfigurationProperties("mailround.digest")
record CampaignSettings(@DefaultValue("8") int maxArticles) {

    CampaignSettings {
        if (maxArticles < 1) {
            throw new IllegalArgumentException(
                    "mailround.digest.max-articles is %d: a digest needs at least 1".formatted(maxArticles));
        }
    }
}
