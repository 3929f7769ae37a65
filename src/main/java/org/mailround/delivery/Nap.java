package org.mailround.delivery;

import java.time.Duration;

/** Lets a thread wait for time to pass; a test lets time pass instead. */
public interface Nap {

    /**
     * Waits on a monitor that the caller holds until it is notified, or so long.
     *
     * @throws InterruptedException if the thread was asked to end
     */
    void on(Object monitor, Duration longest) throws InterruptedException;
}
