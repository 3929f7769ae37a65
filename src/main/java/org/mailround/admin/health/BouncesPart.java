package org.mailround.admin.health;

import java.util.Optional;
import org.mailround.mailbox.BounceMailbox;
import org.mailround.notice.Notice;
import org.mailround.notice.NoticeKind;
import org.mailround.words.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether what comes back is read. */
@Component
@Order(5)
class BouncesPart implements Part {

    private static final String PART = "bounces";

    private final BounceMailbox mailbox;
    private final Words words;

    BouncesPart(BounceMailbox mailbox, Words words) {
        this.mailbox = mailbox;
        this.words = words;
    }

    @Override
    public String name() {
        return PART;
    }

    @Override
    public Line look(Signs signs) {
        if (!mailbox.isConfigured()) {
            return Line.watch(PART, words.say("health.bounces.none"), words.say("health.bounces.none.mend"));
        }
        Optional<Notice> failure = signs.failure("bounces");
        if (failure.isPresent()) {
            return Line.ill(PART, failure.get().sentence(), null);
        }
        Optional<Notice> aside = signs.notice(NoticeKind.MAIL_SET_ASIDE);
        if (aside.isPresent()) {
            return Line.watch(PART, aside.get().sentence(), null).at("/");
        }
        return Line.well(
                PART,
                signs.doneAt("bounces")
                        .map(at -> words.say("health.bounces.read", words.moment(at)))
                        .orElseGet(() -> words.say("health.bounces.unread")));
    }
}
