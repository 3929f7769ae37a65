package org.mailround.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NudgeTests {

    @Test
    void whoeverAsksWhileItIsDoneIsServedTogether() {
        Background background = new Background();
        AtomicInteger times = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch allAsked = new CountDownLatch(1);
        Nudge nudge = new Nudge(background, () -> {
            times.incrementAndGet();
            begun.countDown();
            awaitAll(allAsked);
        });

        nudge.ask();
        awaitAll(begun);
        for (int i = 0; i < 1000; i++) {
            nudge.ask();
        }
        allAsked.countDown();

        assertThat(background.end(Duration.ofMinutes(1))).isTrue();
        assertThat(times).hasValue(2);
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
