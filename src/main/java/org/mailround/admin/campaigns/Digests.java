package org.mailround.admin.campaigns;

import org.mailround.admin.AbsentException;
import org.mailround.campaign.Campaign;
import org.mailround.campaign.Campaigns;
import org.mailround.campaign.Kind;
import org.springframework.stereotype.Component;

/** The digests that addresses name. */
@Component
class Digests {

    private final Campaigns campaigns;

    Digests(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** @throws AbsentException if there is none of that name */
    Campaign named(String name) {
        return campaigns
                .find(name)
                .filter(campaign -> campaign.kind() == Kind.DIGEST)
                .orElseThrow(() -> new AbsentException("digest of that name"));
    }
}
