package org.mailround.batch;

import org.mailround.campaign.Edition;
import org.mailround.campaign.Editions;
import org.mailround.delivery.Courier;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;

/** Says who runs a round, and lets go of its edition, however it ended. */
@Component
class RoundListener implements JobExecutionListener {

    private final JobRepository repository;
    private final Editions editions;
    private final Courier courier;

    RoundListener(JobRepository repository, Editions editions, Courier courier) {
        this.repository = repository;
        this.editions = editions;
        this.courier = courier;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        new RoundContext(execution).runBy(courier.owner());
        repository.updateExecutionContext(execution);
    }

    @Override
    public void afterJob(JobExecution execution) {
        RoundContext round = new RoundContext(execution);
        if (round.isTaken()) {
            Edition edition = editions.get(round.composedEdition());
            try {
                // a round that failed on its way did not come to say so itself
                editions.stop(edition.id());
            } finally {
                courier.release(edition);
            }
        }
    }
}
