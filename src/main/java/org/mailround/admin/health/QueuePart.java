package org.mailround.admin.health;

import org.mailround.campaign.EditionState;
import org.mailround.delivery.DeliveryState;
import org.mailround.delivery.Queue;
import org.mailround.delivery.Queue.Counts;
import org.mailround.words.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who waits for mail of editions that are not finished. */
@Component
@Order(2)
class QueuePart implements Part {

    private static final String PART = "queue";

    private final Queue queue;
    private final Words words;

    QueuePart(Queue queue, Words words) {
        this.queue = queue;
        this.words = words;
    }

    @Override
    public String name() {
        return PART;
    }

    @Override
    public Line look(Signs signs) {
        return queue.lately().map(this::line).orElseGet(() -> Line.well(PART, words.say("health.queue.counting")));
    }

    private Line line(Counts counts) {
        long waiting = counts.in(DeliveryState.PLANNED) + counts.in(DeliveryState.CLAIMED);
        long deferred = counts.in(DeliveryState.DEFERRED);
        long uncertain = counts.in(DeliveryState.UNCERTAIN);
        String sentence = waiting + deferred + uncertain == 0
                ? words.say("health.queue.empty")
                : words.say("health.queue.waiting", waiting, deferred, uncertain);
        long stopped = counts.in(EditionState.PAUSED) + counts.in(EditionState.STOPPED) + counts.in(EditionState.HELD);
        if (stopped > 0) {
            return Line.watch(PART, sentence, words.say("health.queue.stopped", stopped))
                    .at("/editions");
        }
        return uncertain > 0
                ? Line.watch(PART, sentence, words.say("health.queue.uncertain"))
                        .at("/editions")
                : Line.well(PART, sentence);
    }
}
