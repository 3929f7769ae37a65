package org.mailround.batch;

import org.mailround.delivery.Courier;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** One way through the house: collect, compose, plan, deliver, settle, report. What is outstanding goes the last part of it. */
@Configuration(proxyBeanMethods = false)
class RoundJobs {

    /** The steps that send; each job has them for itself. */
    private record Sending(Step compose, Step plan, Step deliver, Step settle, Step report) {

        /** @param begun has come to composing */
        Job after(SimpleJobBuilder begun) {
            return begun.on(ComposeStep.NOTHING_NEW.getExitCode())
                    .end()
                    .from(compose)
                    .on(ComposeStep.AWAITING.getExitCode())
                    .end()
                    .from(compose)
                    .on("COMPLETED")
                    .to(plan)
                    .on(PlanStep.NOT_OURS.getExitCode())
                    .end()
                    .from(plan)
                    .on("COMPLETED")
                    .to(deliver)
                    .next(settle)
                    .next(report)
                    .end()
                    .build();
        }
    }

    private final JobRepository repository;
    private final RoundListener listener;
    private final Courier courier;

    RoundJobs(JobRepository repository, RoundListener listener, Courier courier) {
        this.repository = repository;
        this.listener = listener;
        this.courier = courier;
    }

    @Bean
    Job round(
            ImportStep imports,
            CollectStep collects,
            ComposeStep composes,
            PlanStep plans,
            DeliverPartitioner partitioner,
            DeliverStep delivers,
            SettleStep settles,
            ReportStep reports) {
        Sending sending = sending(composes, plans, partitioner, delivers, settles, reports);
        return sending.after(job("round")
                .start(early("import", imports))
                .next(early("collect", collects))
                .next(sending.compose()));
    }

    /** What is outstanding of an edition. */
    @Bean
    Job resume(
            ComposeStep composes,
            PlanStep plans,
            DeliverPartitioner partitioner,
            DeliverStep delivers,
            SettleStep settles,
            ReportStep reports) {
        Sending sending = sending(composes, plans, partitioner, delivers, settles, reports);
        return sending.after(job("resume").start(sending.compose()));
    }

    /** Lists and articles alone, for a look at what would go out. */
    @Bean
    Job gather(ImportStep imports, CollectStep collects) {
        return job("gather")
                .start(early("import", imports))
                .next(early("collect", collects))
                .build();
    }

    private JobBuilder job(String name) {
        return new JobBuilder(name, repository).listener(listener);
    }

    private Sending sending(
            ComposeStep composes,
            PlanStep plans,
            DeliverPartitioner partitioner,
            DeliverStep delivers,
            SettleStep settles,
            ReportStep reports) {
        return new Sending(
                early("compose", composes),
                // a process that goes on with a dead one's run takes its edition here, too
                early("plan", plans).again(),
                deliver(partitioner, delivers),
                step("settle", settles),
                step("report", reports));
    }

    private Step deliver(DeliverPartitioner partitioner, DeliverStep delivers) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("deliver-");
        threads.setConcurrencyLimit(courier.connections());
        return new StepBuilder("deliver", repository)
                .partitioner("deliver", partitioner)
                .step(step("deliver", delivers).again())
                .gridSize(courier.connections())
                .taskExecutor(threads)
                .build();
    }

    /** One of those before any mail goes out: it need not begin if the program shall end. */
    private RoomStep early(String name, Tasklet tasklet) {
        return step(name, (contribution, chunk) -> {
            DrainedException.ifDraining(courier);
            return tasklet.execute(contribution, chunk);
        });
    }

    private RoomStep step(String name, Tasklet tasklet) {
        return new RoomStep(name, tasklet, repository);
    }
}
