package org.mailround.site;

import java.util.List;
import java.util.Optional;
import org.mailround.campaign.TopicOffers;
import org.mailround.clinic.Sender;
import org.mailround.message.Languages;
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
    private final TopicOffers topics;
    private final Languages languages;
    private final boolean hasPages;

    Offers(ListOffers lists, TopicOffers topics, Languages languages, Sender sender) {
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
        List<Offer.Language> spoken =
                languages.spoken().stream().map(Offer.Language::new).toList();
        return Optional.of(new Offer(open, topics.all(), spoken.size() > 1 ? spoken : List.of()));
    }
}
