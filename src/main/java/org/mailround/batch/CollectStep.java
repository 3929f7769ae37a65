package org.mailround.batch;

import org.mailround.article.BrokenSource;
import org.mailround.article.CollectionResult;
import org.mailround.article.Collector;
import org.mailround.delivery.Courier;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.stereotype.Component;

/** Reads every source of articles. */
@Component
class CollectStep implements Tasklet {

    private final Collector collector;
    private final Courier courier;

    CollectStep(Collector collector, Courier courier) {
        this.collector = collector;
        this.courier = courier;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        RoundContext round = RoundContext.of(chunk);
        Runnable before = () -> DrainedException.ifDraining(courier);
        // what is due by itself goes out without anybody looking; who sends by hand takes what is there
        CollectionResult result = round.isUnwatched() ? collector.collectUnwatched(before) : collector.collect(before);
        round.collected(result.broken().stream().map(BrokenSource::source).toList());
        return RepeatStatus.FINISHED;
    }
}
