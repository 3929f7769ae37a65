package org.mailround.batch;

import org.mailround.delivery.Courier;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/** One way through the house: collect, compose, plan, deliver, report. */
@Configuration(proxyBeanMethods = false)
class RoundJob {

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;

    RoundJob(JobRepository repository, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.transactions = transactions;
    }

    @Bean
    Job round(
            ImportStep imports,
            CollectStep collects,
            ComposeStep composes,
            PlanStep plans,
            DeliverPartitioner partitioner,
            DeliverStep delivers,
            ReportStep reports,
            Courier courier) {
        Step compose = step("compose", composes);
        return new JobBuilder("round", repository)
                .start(step("import", imports))
                .next(step("collect", collects))
                .next(compose)
                .on(ComposeStep.NOTHING_NEW.getExitCode())
                .end()
                .from(compose)
                .on("COMPLETED")
                .to(step("plan", plans))
                .next(deliver(partitioner, delivers, courier.connections()))
                .next(step("report", reports))
                .end()
                .build();
    }

    /** Lists and articles alone, for a look at what would go out. */
    @Bean
    Job gather(ImportStep imports, CollectStep collects) {
        return new JobBuilder("gather", repository)
                .start(step("import", imports))
                .next(step("collect", collects))
                .build();
    }

    private Step deliver(DeliverPartitioner partitioner, DeliverStep delivers, int connections) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("deliver-");
        threads.setConcurrencyLimit(connections);
        return new StepBuilder("deliver", repository)
                .partitioner("deliver", partitioner)
                .step(step("deliver", delivers))
                .gridSize(connections)
                .taskExecutor(threads)
                .build();
    }

    /**
     * Rooms see to their own transactions. One around a whole step would undo, with a later failure, what decides
     * whether somebody is mailed.
     */
    private Step step(String name, Tasklet tasklet) {
        return new StepBuilder(name, repository)
                .tasklet(tasklet, transactions)
                .transactionAttribute(new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
                .build();
    }
}
