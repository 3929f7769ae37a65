package org.mailround.admin.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailround.campaign.Occasions;
import org.mailround.campaign.OneOffs;
import org.mailround.campaign.Schedules;
import org.mailround.words.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether what is to go out by itself does. */
@Component
@Order(3)
class SchedulesPart implements Part {

    private static final String PART = "schedules";

    /** The clock looks every few seconds. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private record Coming(String title, Instant at) {}

    private final Schedules schedules;
    private final OneOffs oneOffs;
    private final Occasions occasions;
    private final Words words;

    SchedulesPart(Schedules schedules, OneOffs oneOffs, Occasions occasions, Words words) {
        this.schedules = schedules;
        this.oneOffs = oneOffs;
        this.occasions = occasions;
        this.words = words;
    }

    @Override
    public String name() {
        return PART;
    }

    @Override
    public Line look(Signs signs) {
        int held = occasions.held().size();
        if (held > 0) {
            return Line.watch(PART, words.say("health.schedules.held", held), words.say("health.schedules.held.mend"))
                    .at("/");
        }
        Optional<Coming> next = next();
        if (next.isEmpty()) {
            return Line.well(PART, words.say("health.schedules.none"));
        }
        Coming coming = next.get();
        String moment = words.moment(coming.at());
        return coming.at().plus(LATE).isBefore(signs.now())
                ? Line.ill(
                        PART,
                        words.say("health.schedules.late", coming.title(), moment),
                        words.say("health.schedules.late.mend"))
                : Line.well(PART, words.say("health.schedules.next", coming.title(), moment));
    }

    private Optional<Coming> next() {
        Stream<Coming> digests =
                schedules.all().stream().map(each -> new Coming(each.campaign().title(), each.nextAt()));
        Stream<Coming> written = oneOffs.scheduled().stream()
                .flatMap(each -> Stream.ofNullable(each.sendAt()).map(at -> new Coming(each.subject(), at)));
        return Stream.concat(digests, written).min(Comparator.comparing(Coming::at));
    }
}
