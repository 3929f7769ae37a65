package org.mailround.admin.health;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mailround.article.SourceNames;
import org.mailround.notice.Notice;
import org.mailround.notice.NoticeKind;
import org.mailround.notice.Notices;
import org.mailround.words.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether articles can be read. */
@Component
@Order(4)
class SourcesPart implements Part {

    private static final String PART = "sources";

    private final SourceNames sources;
    private final Notices notices;
    private final Words words;

    SourcesPart(SourceNames sources, Notices notices, Words words) {
        this.sources = sources;
        this.notices = notices;
        this.words = words;
    }

    @Override
    public String name() {
        return PART;
    }

    @Override
    public Line look(Signs signs) {
        int all = sources.all().size();
        if (all == 0) {
            return Line.watch(PART, words.say("health.sources.none"), words.say("health.sources.none.mend"));
        }
        List<Notice> broken = signs.notices(NoticeKind.SOURCE_BROKEN);
        List<String> failing = notices.failingSources();
        Optional<Notice> task = signs.failure("collect");
        if (task.isPresent()) {
            return Line.ill(PART, task.get().sentence(), null);
        }
        if (!broken.isEmpty()) {
            String sentence = broken.stream().map(Notice::sentence).collect(Collectors.joining(" "));
            return new Line(
                    PART,
                    broken.size() < all ? Standing.WATCH : Standing.ILL,
                    sentence,
                    words.say("health.sources.broken.mend"),
                    null);
        }
        if (!failing.isEmpty()) {
            return Line.watch(
                    PART,
                    words.say("health.sources.failing", String.join(", ", failing)),
                    words.say("health.sources.failing.mend"));
        }
        return Line.well(
                PART,
                signs.doneAt("collect")
                        .map(at -> words.say("health.sources.read", all, words.moment(at)))
                        .orElseGet(() -> words.say("health.sources.unread", all)));
    }
}
