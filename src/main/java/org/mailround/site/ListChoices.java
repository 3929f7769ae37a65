package org.mailround.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailround.subscriber.ListOffer;
import org.mailround.subscriber.ListOffers;
import org.mailround.subscriber.Subscription;
import org.mailround.subscriber.Subscriptions;
import org.springframework.stereotype.Component;

/** The lists that a person chooses among. Ticking one is consent, and is recorded as such. */
@Component
class ListChoices {

    private static final String SOURCE = "preferences page";
    private static final String WORDING = "Send me: %s";

    private final Subscriptions subscriptions;
    private final ListOffers offers;

    ListChoices(Subscriptions subscriptions, ListOffers offers) {
        this.subscriptions = subscriptions;
        this.offers = offers;
    }

    /** Those that a person has or had, and those that everybody is offered; no others, as a list's name may tell an illness. */
    List<Choice> of(long subscriber) {
        Map<Long, Choice> choices = new LinkedHashMap<>();
        for (Subscription subscription : subscriptions.of(subscriber)) {
            ListOffer offer = offers.of(subscription.list());
            choices.put(subscription.list().id(), Choice.of(offer, true, subscription.confirmed()));
        }
        offers.open().forEach(offer -> choices.putIfAbsent(offer.list().id(), Choice.of(offer, false, false)));
        return List.copyOf(choices.values());
    }

    /**
     * @param shown the lists that were asked about: others stay as they are
     * @param wanted those of them that they want
     */
    Changes save(long subscriber, Set<Long> shown, Set<Long> wanted) {
        Changes changes = new Changes();
        for (Choice choice : of(subscriber)) {
            boolean wants = wanted.contains(choice.list());
            if (!shown.contains(choice.list()) || wants == choice.ticked()) {
                continue;
            }
            if (!wants) {
                subscriptions.unsubscribe(subscriber, choice.list());
                changes.left(choice.title());
            } else if (begin(subscriber, choice)) {
                changes.begun(choice.title());
            }
        }
        return changes;
    }

    Changes leaveAll(long subscriber) {
        Changes changes = new Changes();
        of(subscriber).stream().filter(Choice::ticked).map(Choice::title).forEach(changes::left);
        subscriptions.unsubscribeFromAll(subscriber);
        return changes;
    }

    private boolean begin(long subscriber, Choice choice) {
        String wording = WORDING.formatted(choice.title());
        return choice.had()
                ? subscriptions.resubscribe(subscriber, choice.list(), SOURCE, wording)
                : subscriptions.subscribe(subscriber, choice.list(), SOURCE, wording);
    }
}
