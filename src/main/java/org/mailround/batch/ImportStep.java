package org.mailround.batch;

import org.mailround.delivery.Courier;
import org.mailround.subscriber.ImportResult;
import org.mailround.subscriber.Importer;
import org.mailround.subscriber.SubscriberFile;
import org.mailround.subscriber.SubscriberFiles;
import org.mailround.subscriber.UnreadableCsvException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reads every subscriber list. One that cannot be read leaves its subscribers as they are. */
@Component
class ImportStep implements Tasklet {

    private static final Logger log = LoggerFactory.getLogger(ImportStep.class);

    private final SubscriberFiles files;
    private final Importer importer;
    private final Courier courier;
    private final ApplicationEventPublisher events;

    ImportStep(SubscriberFiles files, Importer importer, Courier courier, ApplicationEventPublisher events) {
        this.files = files;
        this.importer = importer;
        this.courier = courier;
        this.events = events;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        long rejected = 0;
        for (SubscriberFile file : files.all()) {
            rejected += read(file);
        }
        RoundContext.of(chunk).imported(rejected);
        return RepeatStatus.FINISHED;
    }

    private long read(SubscriberFile file) {
        try (Pulse pulse = new Pulse(events, "import", 0)) {
            ImportResult result = importer.importFile(file.path(), file.list(), false, rows -> {
                DrainedException.ifDraining(courier);
                pulse.reached(rows);
            });
            if (result.held() != null) {
                log.info("{}", result.held().sentence());
            }
            events.publishEvent(new ListImported(result));
            return result.rejected();
        } catch (UnreadableCsvException e) {
            events.publishEvent(new ListUnreadable(e.getMessage()));
            return 0;
        }
    }
}
