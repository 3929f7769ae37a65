package org.mailround.site;

import java.util.List;
import java.util.Optional;
import org.mailround.campaign.TopicChoices;
import org.mailround.clinic.Sender;
import org.mailround.message.SpokenLanguages;
import org.mailround.message.SpokenLanguages.Language;
import org.mailround.subscriber.ListOffer;
import org.mailround.subscriber.ListOffers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What people may choose from when they subscribe, as things stand now. */
@Component
class Offers {

    private static final Logger log = LoggerFactory.getLogger(Offers.class);

    private final ListOffers lists;
    private final TopicChoices topics;
    private final SpokenLanguages languages;
    private final boolean hasPages;

    Offers(ListOffers lists, TopicChoices topics, SpokenLanguages languages, Sender sender) {
        this.lists = lists;
        this.topics = topics;
        this.languages = languages;
        this.hasPages = sender.publicUrl() != null;
        if (!hasPages) {
            log.info(
                    "Nobody can subscribe at /subscribe, as mailround.public-url is missing: no mail could lead back here");
        }
    }

    /** Empty where nobody can subscribe by themselves. */
    Optional<Offer> now() {
        List<ListOffer> open = hasPages ? lists.open() : List.of();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        List<Language> spoken = languages.all();
        return Optional.of(new Offer(open, topics.names(), spoken.size() > 1 ? spoken : List.of()));
    }
}
