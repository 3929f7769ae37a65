package org.mailround.batch;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.mailround.delivery.Recovery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Finds the runs whose process is no more: Spring Batch takes them for running until somebody says otherwise. */
@Component
class DeadRuns {

    private static final Logger log = LoggerFactory.getLogger(DeadRuns.class);

    /** A run says who runs it as soon as it has begun; one that did not come to it is taken for dead after so long. */
    private static final Duration ANONYMOUS = Duration.ofMinutes(10);

    private final JobRepository repository;
    private final JobOperator jobs;
    private final List<Job> all;
    private final Recovery recovery;

    DeadRuns(JobRepository repository, JobOperator jobs, List<Job> all, Recovery recovery) {
        this.repository = repository;
        this.jobs = jobs;
        this.all = all;
        this.recovery = recovery;
    }

    /** Brings back what dead processes had in work, and marks their runs as failed; these may be restarted. */
    List<JobExecution> recover() {
        recovery.recover();
        List<JobExecution> recovered = new ArrayList<>();
        for (JobExecution run : running()) {
            if (isDead(run) && recover(run)) {
                recovered.add(run);
            }
        }
        return recovered;
    }

    private List<JobExecution> running() {
        return all.stream()
                .flatMap(job -> repository.findRunningJobExecutions(job.getName()).stream())
                .toList();
    }

    private boolean isDead(JobExecution run) {
        return new RoundContext(run)
                .owner()
                .map(owner -> !recovery.knows(owner))
                .orElseGet(
                        () -> run.getCreateTime().isBefore(LocalDateTime.now().minus(ANONYMOUS)));
    }

    private boolean recover(JobExecution run) {
        try {
            jobs.recover(run);
            log.info(
                    "Run {} of {} ended with its process",
                    run.getId(),
                    run.getJobInstance().getJobName());
            return true;
        } catch (OptimisticLockingFailureException e) {
            log.info("Another process recovers run {}", run.getId());
            return false;
        }
    }
}
