package org.mailround.notice;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.mailround.clinic.Sender;
import org.mailround.message.SingleMail;
import org.mailround.message.SingleMails;
import org.mailround.subscriber.Enrolled;
import org.mailround.subscriber.ListOffer;
import org.mailround.subscriber.ListOffers;
import org.mailround.subscriber.OpenRequest;
import org.mailround.subscriber.OpenRequests;
import org.mailround.token.Purpose;
import org.mailround.token.Tokens;
import org.springframework.stereotype.Component;

/** Writes the mails to people who subscribe, with links that are theirs alone. */
@Component
class AnswerWriter {

    private final OpenRequests requests;
    private final ListOffers offers;
    private final SingleMails mails;
    private final Tokens tokens;
    private final Sender sender;

    AnswerWriter(OpenRequests requests, ListOffers offers, SingleMails mails, Tokens tokens, Sender sender) {
        this.requests = requests;
        this.offers = offers;
        this.mails = mails;
        this.tokens = tokens;
        this.sender = sender;
    }

    /** Asks whether it was them; who gets all of it already is told so. */
    SingleMail question(OpenRequest request) {
        return requests.enrolled(request.id())
                .map(reader -> already(request, reader))
                .orElseGet(() -> mails.confirm(
                        request.language(), titles(request), page("confirm", Purpose.CONFIRM, request.id())));
    }

    private SingleMail already(OpenRequest request, Enrolled reader) {
        return mails.already(reader.firstName(), reader.language(), titles(request), leaving(reader), choosing(reader));
    }

    SingleMail welcome(OpenRequest request, Enrolled reader) {
        return mails.welcome(reader.firstName(), reader.language(), titles(request), leaving(reader), choosing(reader));
    }

    private List<String> titles(OpenRequest request) {
        return request.lists().stream().map(offers::of).map(ListOffer::title).toList();
    }

    private URI leaving(Enrolled reader) {
        return page("unsubscribe", Purpose.LEAVE, reader.subscriberId());
    }

    private URI choosing(Enrolled reader) {
        return page("preferences", Purpose.CHOOSE, reader.subscriberId());
    }

    private URI page(String page, Purpose purpose, long id) {
        URI publicUrl = Objects.requireNonNull(sender.publicUrl(), "nobody subscribes where there are no public pages");
        return URI.create(
                "%s/%s/%s".formatted(publicUrl.toASCIIString(), page, tokens.sign(tokens.currentKey(), purpose, id)));
    }
}
