package org.mailround.preflight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Asks several at once, and waits for no answer past a deadline. */
final class InParallel {

    static final int AT_ONCE = 6;

    private InParallel() {}

    /** The answers that came in time, in the order of the questions. */
    static <Q, A> Map<Q, A> ask(Collection<Q> questions, Function<Q, A> answer, Deadline deadline) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
            Thread thread = new Thread(work, "check");
            // one that waits for a silent server keeps no program from its end
            thread.setDaemon(true);
            return thread;
        });
        try {
            Map<Q, Future<A>> answers = new LinkedHashMap<>();
            for (Q question : questions) {
                answers.put(question, threads.submit(() -> answer.apply(question)));
            }
            return inTime(answers, deadline);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <Q, A> Map<Q, A> inTime(Map<Q, Future<A>> answers, Deadline deadline) {
        Map<Q, A> inTime = new LinkedHashMap<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (Map.Entry<Q, Future<A>> entry : answers.entrySet()) {
            Duration left = deadline.left();
            try {
                inTime.put(entry.getKey(), entry.getValue().get(left.toNanos(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                entry.getValue().cancel(true);
            } catch (ExecutionException e) {
                failures.add(e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return inTime;
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
        return inTime;
    }
}
