package org.mailround.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mailround.subscriber.ListOffers;
import org.mailround.subscriber.Subscriptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people say themselves about what they get. Ticking a list is consent, and is recorded as such. */
@Component
class Preferences {

    /**
     * What a save came to, by the lists' titles.
     *
     * @param begun lists that they get from now on
     * @param ended lists that they have left
     */
    record Changes(List<String> begun, List<String> ended) {

        public boolean none() {
            return begun.isEmpty() && ended.isEmpty();
        }
    }

    private static final String SOURCE = "preferences page";
    private static final String WORDING = "Send me: %s";

    private static final Logger log = LoggerFactory.getLogger(Preferences.class);

    private final Subscriptions subscriptions;
    private final ListOffers offers;

    Preferences(Subscriptions subscriptions, ListOffers offers) {
        this.subscriptions = subscriptions;
        this.offers = offers;
    }

    /** The lists that a person has or had; nobody is offered others by the link of a mail. */
    List<Choice> of(long subscriber) {
        return subscriptions.of(subscriber).stream()
                .map(subscription -> Choice.of(offers.of(subscription.list()), subscription))
                .toList();
    }

    /**
     * @param shown the lists that were asked about
     * @param wanted those of them that they want
     */
    @Transactional
    public Changes save(long subscriber, Set<Long> shown, Set<Long> wanted) {
        List<String> begun = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        for (Choice choice : of(subscriber)) {
            boolean wants = wanted.contains(choice.list());
            if (!shown.contains(choice.list()) || wants == choice.ticked()) {
                continue;
            }
            if (!wants) {
                subscriptions.unsubscribe(subscriber, choice.list());
                ended.add(choice.title());
            } else if (subscriptions.resubscribe(
                    subscriber, choice.list(), SOURCE, WORDING.formatted(choice.title()))) {
                begun.add(choice.title());
            }
        }
        log.info("Subscriber {} chose: {} begun, {} ended", subscriber, begun.size(), ended.size());
        return new Changes(begun, ended);
    }

    @Transactional
    public Changes leaveAll(long subscriber) {
        List<String> ended = of(subscriber).stream()
                .filter(Choice::ticked)
                .map(Choice::title)
                .toList();
        subscriptions.unsubscribeFromAll(subscriber);
        log.info("Subscriber {} left every list", subscriber);
        return new Changes(List.of(), ended);
    }
}
