package org.mailround.batch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.mailround.delivery.Courier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Rounds that nobody waits for; one that ends with the program is settled first. */
@Component
class Background implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Background.class);
    private static final long GRACE_SECONDS = 10;

    private final Courier courier;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "round"));

    Background(Courier courier) {
        this.courier = courier;
    }

    CompletableFuture<RoundResult> run(Supplier<RoundResult> round) {
        return CompletableFuture.supplyAsync(round, threads).whenComplete((result, failure) -> {
            if (failure != null) {
                log.error("A round in the background failed", failure);
            }
        });
    }

    @Override
    public void destroy() throws InterruptedException {
        courier.drain();
        threads.shutdown();
        if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
            log.warn("A round in the background did not end in time");
        }
    }
}
