package org.mailround.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What SIGTERM and Ctrl-C do while mail goes out: the first one drains, the second is as kill. The JVM by itself would end
 * with 143 or 130 at once, and its shutdown hooks know no second signal; {@code sun.misc.Signal} is the only way there is.
 */
final class Signals implements AutoCloseable {

    /** What is under way is settled in a few seconds; a list that is being read, say, is not waited for. */
    private static final long LONGEST_MILLIS = 8_000;

    private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();
    private final Timer timer = new Timer("drain", true);
    private final Console console;
    private final int exitCode;
    private @Nullable Runnable drain;
    private boolean received;

    private Signals(Console console, int exitCode) {
        this.console = console;
        this.exitCode = exitCode;
    }

    /**
     * Until it is closed, a signal drains.
     *
     * @param exitCode what the program ends with where that takes too long
     */
    static Signals handled(Console console, int exitCode) {
        Signals signals = new Signals(console, exitCode);
        for (String name : new String[] {"TERM", "INT"}) {
            Signal signal = new Signal(name);
            signals.before.put(signal, Signal.handle(signal, signals::received));
        }
        return signals;
    }

    /** What is to be done at a signal; at once where one came before. */
    void drainBy(Runnable how) {
        if (isReceived(how)) {
            how.run();
        }
    }

    private synchronized boolean isReceived(Runnable how) {
        drain = how;
        return received;
    }

    private void received(Signal signal) {
        if (isSecond()) {
            Runtime.getRuntime().halt(128 + signal.getNumber());
        }
        console.warn("Stopping: what is under way is finished, nothing new begins. (Once more to stop at once.)");
        timer.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        Runtime.getRuntime().halt(exitCode);
                    }
                },
                LONGEST_MILLIS);
        Runnable how = how();
        if (how != null) {
            how.run();
        }
    }

    private synchronized boolean isSecond() {
        boolean second = received;
        received = true;
        return second;
    }

    private synchronized @Nullable Runnable how() {
        return drain;
    }

    @Override
    public void close() {
        timer.cancel();
        before.forEach(Signal::handle);
    }
}
