package org.mailround.notice;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mailround.clinic.Sender;
import org.mailround.subscriber.OpenRequest;
import org.mailround.subscriber.OpenRequests;
import org.mailround.subscriber.Suppressions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers people who subscribe: asks them whether it was them, welcomes them once they said yes, or tells them that they
 * get it already. What depends on whose address it is, is decided here and not where the form is taken, which would show
 * it by how long it takes.
 */
@Component
public class Answers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);

    private final OpenRequests requests;
    private final Suppressions suppressions;
    private final AnswerWriter writer;
    private final WaitingMails mails;
    private final Postman postman;
    private final Sender sender;
    private final AnswerSettings settings;
    private final TransactionTemplate transactions;

    Answers(
            OpenRequests requests,
            Suppressions suppressions,
            AnswerWriter writer,
            WaitingMails mails,
            Postman postman,
            Sender sender,
            AnswerSettings settings,
            TransactionTemplate transactions) {
        this.requests = requests;
        this.suppressions = suppressions;
        this.writer = writer;
        this.mails = mails;
        this.postman = postman;
        this.sender = sender;
        this.settings = settings;
        this.transactions = transactions;
    }

    /**
     * Writes the mails that are due, which the {@link Outbox} then sends. May be called at any time, by several threads and
     * processes at once.
     *
     * @throws org.mailround.message.TemplateException if a mail cannot be written; all others are
     */
    public void write() {
        requests.dropRepeats(settings.perAddress());
        if (sender.publicUrl() != null) {
            each(requests.asked(), this::ask);
            each(requests.unwelcomed(), this::welcome);
        }
    }

    /** Words that are broken in one language keep nobody waiting who reads another. */
    private static void each(List<OpenRequest> open, Consumer<OpenRequest> answer) {
        @Nullable RuntimeException failure = null;
        for (OpenRequest request : open) {
            try {
                answer.accept(request);
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void ask(OpenRequest request) {
        if (!suppressions.mayAsk(request.address())) {
            drop(request, "its address is suppressed");
        } else if (!postman.mayCarryTo(request.address())) {
            drop(request, "its address is on a domain made for examples");
        } else {
            transactions.executeWithoutResult(status -> {
                if (requests.answered(request.id(), settings.perAddress())) {
                    mails.answer(request.id(), request.address(), writer.question(request));
                    log.info("Request {} is answered by a mail", request.id());
                }
            });
        }
    }

    private void drop(OpenRequest request, String why) {
        requests.drop(request.id());
        log.info("Request {} is not answered: {}", request.id(), why);
    }

    /** Whoever left again meanwhile, or was suppressed, is not. */
    private void welcome(OpenRequest request) {
        transactions.executeWithoutResult(status -> {
            if (requests.welcomed(request.id())) {
                requests.enrolled(request.id())
                        .ifPresent(reader ->
                                mails.answer(request.id(), request.address(), writer.welcome(request, reader)));
            }
        });
    }
}
