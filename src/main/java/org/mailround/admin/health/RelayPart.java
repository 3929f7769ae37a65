package org.mailround.admin.health;

import java.util.Optional;
import org.mailround.delivery.DeliveryWaits;
import org.mailround.notice.Notice;
import org.mailround.notice.NoticeKind;
import org.mailround.smtp.Relay;
import org.mailround.words.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether mail is taken, as far as it is known without asking. */
@Component
@Order(1)
class RelayPart implements Part {

    private static final String PART = "relay";

    private final Relay relay;
    private final RelayNews news;
    private final Words words;

    RelayPart(Relay relay, RelayNews news, Words words) {
        this.relay = relay;
        this.news = news;
        this.words = words;
    }

    @Override
    public String name() {
        return PART;
    }

    @Override
    public Line look(Signs signs) {
        if (relay.isSandbox()) {
            return Line.watch(PART, words.say("health.relay.sandbox"), words.say("health.relay.sandbox.mend"))
                    .at("/sandbox");
        }
        Optional<DeliveryWaits> waiting = news.waiting(signs.now());
        Optional<Notice> paused = signs.notice(NoticeKind.RELAY_PAUSED);
        if (paused.isPresent()) {
            return Line.ill(
                    PART,
                    paused.get().sentence(),
                    waiting.map(it -> words.say("health.relay.again", words.moment(it.until())))
                            .orElse(null));
        }
        if (waiting.isPresent()) {
            return Line.watch(
                    PART,
                    waiting.get().sentence(),
                    words.say("health.relay.again", words.moment(waiting.get().until())));
        }
        return Line.well(
                PART,
                news.answeredAt()
                        .map(at -> words.say("health.relay.took", relay.name(), words.moment(at)))
                        .orElseGet(() -> words.say("health.relay.quiet", relay.name())));
    }
}
