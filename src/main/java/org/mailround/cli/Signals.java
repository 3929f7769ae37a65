package org.mailround.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What SIGTERM and Ctrl-C do while mail goes out: the first one drains, the second is as kill. The JVM by itself would end
 * with 143 or 130 at once, and its shutdown hooks know no second signal; {@code sun.misc.Signal} is the only way there is.
 */
final class Signals implements AutoCloseable {

    /** What is under way is settled in a few seconds; a list that is being read, say, is not waited for. */
    private static final long LONGEST_MILLIS = 10_000;

    private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();
    private final Timer timer = new Timer("drain", true);
    private boolean draining;

    private Signals() {}

    /** Until it is closed, a signal drains. */
    static Signals drain(Runnable drain, Console console) {
        Signals signals = new Signals();
        for (String name : new String[] {"TERM", "INT"}) {
            Signal signal = new Signal(name);
            signals.before.put(signal, Signal.handle(signal, it -> signals.received(it, drain, console)));
        }
        return signals;
    }

    private void received(Signal signal, Runnable drain, Console console) {
        if (isSecond()) {
            Runtime.getRuntime().halt(128 + signal.getNumber());
        }
        console.warn("Stopping: what is under way is finished, nothing new begins. (Once more to stop at once.)");
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        Runtime.getRuntime().halt(ExitCode.OUTSTANDING);
                    }
                },
                LONGEST_MILLIS);
        drain.run();
    }

    private synchronized boolean isSecond() {
        boolean second = draining;
        draining = true;
        return second;
    }

    @Override
    public void close() {
        timer.cancel();
        before.forEach(Signal::handle);
    }
}
