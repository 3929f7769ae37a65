package org.mailround.subscriber;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Between one thread that gives things and one that takes them, in order; the giver waits when it is far ahead. */
final class HandOver<T> {

    private static final int MOST = 6;

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<T> waiting = new ArrayDeque<>();

    private boolean ended;
    private boolean abandoned;

    /** @throws CancellationException if nobody takes any more */
    void give(T thing) {
        lock.lock();
        try {
            while (waiting.size() == MOST && !abandoned) {
                changed.awaitUninterruptibly();
            }
            if (abandoned) {
                throw new CancellationException("nobody takes any more");
            }
            waiting.add(thing);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more will be given. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes everything, until the end. */
    void takeAll(Consumer<T> taker) {
        for (T thing = take(); thing != null; thing = take()) {
            taker.accept(thing);
        }
    }

    /** Nothing more will be taken. */
    void abandon() {
        lock.lock();
        try {
            abandoned = true;
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable T take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !ended) {
                changed.awaitUninterruptibly();
            }
            T thing = waiting.poll();
            changed.signalAll();
            return thing;
        } finally {
            lock.unlock();
        }
    }
}
