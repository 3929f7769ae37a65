package org.mailround.preflight;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.mailround.clinic.Sender;
import org.mailround.subscriber.ListOffer;
import org.mailround.subscriber.ListOffers;
import org.springframework.stereotype.Component;

/** Whether people can subscribe by themselves, and what to. */
@Component
class SubscribeCheck implements Check {

    private static final String CODE = "clinic.subscribe";

    private final ListOffers offers;
    private final Sender sender;

    SubscribeCheck(ListOffers offers, Sender sender) {
        this.offers = offers;
        this.sender = sender;
    }

    @Override
    public Area area() {
        return Area.CLINIC;
    }

    @Override
    public void examine(List<Proposal> proposals, Deadline deadline, Findings found) {
        URI publicUrl = sender.publicUrl();
        List<ListOffer> open = offers.open();
        if (open.isEmpty()) {
            found.ok(
                    CODE,
                    null,
                    "Nobody can subscribe by themselves: no list is open to everybody (mailround.lists[].open).");
        } else if (publicUrl == null) {
            found.warning(
                    CODE,
                    null,
                    "Nobody can subscribe by themselves, as mailround.public-url is not set: write there where the public"
                            + " pages are reached.");
        } else {
            found.ok(CODE, null, "People can subscribe at %s/subscribe to %s.".formatted(publicUrl, titles(open)));
        }
    }

    private static String titles(List<ListOffer> open) {
        return open.stream().map(offer -> "“" + offer.title() + "”").collect(Collectors.joining(", "));
    }
}
