package org.mailround.batch;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.NoSuchJobException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/** What Spring Batch noted of runs that ended long ago: nothing here accounts by it. */
@Component
class OldRuns {

    private static final int PAGE = 100;

    private final JobRepository repository;
    private final List<Job> jobs;

    OldRuns(JobRepository repository, List<Job> jobs) {
        this.repository = repository;
        this.jobs = jobs;
    }

    /**
     * Deletes the runs that ended before that time; one that did not end stays.
     *
     * @return how many
     */
    int forgetBefore(LocalDateTime time) {
        return jobs.stream().mapToInt(job -> forget(job.getName(), time)).sum();
    }

    /** They are listed newest first: from the end, as long as whole pages are old. */
    private int forget(String job, LocalDateTime time) {
        int forgotten = 0;
        int kept = 0;
        while (kept == 0) {
            int count = count(job);
            int first = Math.max(0, count - PAGE);
            List<JobInstance> oldest = repository.getJobInstances(job, first, PAGE);
            if (oldest.isEmpty()) {
                return forgotten;
            }
            for (JobInstance instance : oldest) {
                if (isOver(instance, time)) {
                    repository.deleteJobInstance(instance);
                    forgotten++;
                } else {
                    kept++;
                }
            }
        }
        return forgotten;
    }

    private int count(String job) {
        try {
            return Math.toIntExact(repository.getJobInstanceCount(job));
        } catch (NoSuchJobException e) {
            return 0;
        }
    }

    /** One without executions may be a run that begins at this moment: its first is written just after it. */
    private boolean isOver(JobInstance instance, LocalDateTime time) {
        List<JobExecution> executions = repository.getJobExecutions(instance);
        return !executions.isEmpty()
                && executions.stream().map(JobExecution::getEndTime).allMatch(end -> end != null && end.isBefore(time));
    }
}
