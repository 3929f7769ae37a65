package org.mailround.api;

import java.util.List;
import org.mailround.campaign.Campaigns;
import org.mailround.subscriber.MailingList;
import org.mailround.subscriber.MailingLists;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The names that an edition can be asked for by. */
@RestController
@RequestMapping("/api/v1")
class DirectoryApi {

    private final Campaigns campaigns;
    private final MailingLists lists;

    DirectoryApi(Campaigns campaigns, MailingLists lists) {
        this.campaigns = campaigns;
        this.lists = lists;
    }

    /** A digest. */
    record CampaignLine(String name, String title) {}

    /** A list. */
    record ListLine(String name) {}

    @GetMapping("/campaigns")
    List<CampaignLine> campaigns() {
        return campaigns.digests().stream()
                .map(campaign -> new CampaignLine(campaign.name(), campaign.title()))
                .toList();
    }

    @GetMapping("/lists")
    List<ListLine> lists() {
        return lists.all().stream().map(MailingList::name).map(ListLine::new).toList();
    }
}
