package org.mailround.delivery;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was begun of late under one limit, and how many connections carry mail of it now. Not safe for several threads
 * by itself; moments are those of {@link SteadyTime}.
 */
class Lane {

    private final List<Window> windows;
    private final @Nullable Integer connections;
    private int open;

    Lane(DomainLimit limit) {
        this.windows = limit.rates().stream().map(Window::new).toList();
        this.connections = limit.connections();
    }

    /** The window that is full for longest; null if there is a place in each. */
    @Nullable
    Window full(long now) {
        return windows.stream()
                .filter(window -> window.freeAt(now) > now)
                .max(Comparator.comparingLong(window -> window.freeAt(now)))
                .orElse(null);
    }

    boolean isBusy() {
        return connections != null && open >= connections;
    }

    void begin(long now) {
        windows.forEach(window -> window.add(now));
        if (connections != null) {
            open++;
        }
    }

    void end() {
        if (connections != null) {
            if (open == 0) {
                throw new IllegalStateException("More messages ended than were begun");
            }
            open--;
        }
    }

    /** Counts a message of a process that is no more. */
    void remember(long moment, long now) {
        windows.stream().filter(window -> window.counts(moment, now)).forEach(window -> window.add(moment));
    }

    /** Whether this can be forgotten: a new one would answer the same. */
    boolean isIdle(long now) {
        return open == 0 && windows.stream().allMatch(window -> window.isEmpty(now));
    }
}
